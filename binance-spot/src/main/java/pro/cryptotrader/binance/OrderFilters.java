package pro.cryptotrader.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;

/**
 * The venue's filters beside tick, step and minimum, which {@code Instrument} rounds by: asked
 * before an entry leaves, for the entry and for the legs that will protect it, so that the venue
 * never needs to say -1013. A missing filter is null and refuses nothing.
 *
 * @param minPrice zero disables it
 * @param maxPrice zero disables it
 * @param bidUp how far above the average price a purchase may be, such as 5 times
 * @param askUp the same for a sale
 * @param askDown how far below the average price a sale may be, such as 0.2 times
 * @param maxNotional the most an order may be worth
 * @param marketMinimum the smallest market order
 * @param maxOrders the most orders that may be open on the symbol
 * @param maxStops the most of them that may wait for a trigger
 * @param maxPosition the most of the base asset that may be owned after a purchase
 */
public record OrderFilters(
        BigDecimal minPrice,
        BigDecimal maxPrice,
        @Nullable BigDecimal bidUp,
        @Nullable BigDecimal askUp,
        @Nullable BigDecimal askDown,
        @Nullable BigDecimal maxNotional,
        @Nullable BigDecimal marketMinimum,
        @Nullable Integer maxOrders,
        @Nullable Integer maxStops,
        @Nullable BigDecimal maxPosition) {

    /** An entry and its two legs. */
    private static final int ORDERS_PER_ENTRY = 3;

    /**
     * What an entry meets at the venue.
     *
     * @param average the price that the venue measures prices against; null when it is not known
     * @param owned the base asset, free and locked
     * @param openOrders on the symbol, whoever placed them
     * @param openStops those of them that wait for a trigger
     */
    public record Circumstances(
            @Nullable Price average, BigDecimal owned, int openOrders, int openStops) {}

    /** Which filter an entry, or one of its legs, would fail; empty when none. */
    public Optional<String> objection(
            Quantity quantity, Price limit, Protection protection, Circumstances at) {
        for (var price : new Price[] {limit, protection.stopLoss(), protection.takeProfit()}) {
            if (price.value().compareTo(minPrice) < 0
                    || (maxPrice.signum() > 0 && price.value().compareTo(maxPrice) > 0)) {
                return failed("PRICE_FILTER", "price", price.value(), minPrice + " to " + maxPrice);
            }
        }
        var highest = protection.takeProfit().times(quantity).value();
        if (maxNotional != null && highest.compareTo(maxNotional) > 0) {
            return failed("NOTIONAL", "worth", highest, "at most " + maxNotional);
        }
        if (marketMinimum != null && quantity.value().compareTo(marketMinimum) < 0) {
            return failed(
                    "MARKET_LOT_SIZE", "quantity", quantity.value(), "at least " + marketMinimum);
        }
        if (maxPosition != null && at.owned().add(quantity.value()).compareTo(maxPosition) > 0) {
            return failed(
                    "MAX_POSITION",
                    "position",
                    at.owned().add(quantity.value()),
                    "at most " + maxPosition);
        }
        return percent(limit, protection, at.average()).or(() -> count(at));
    }

    private Optional<String> percent(Price limit, Protection protection, @Nullable Price average) {
        if (average == null) {
            return Optional.empty();
        }
        var p = average.value();
        if (bidUp != null && limit.value().compareTo(p.multiply(bidUp)) > 0) {
            return failed("PERCENT_PRICE", "price", limit.value(), bidUp + " times " + p);
        }
        var target = protection.takeProfit().value();
        if (askUp != null && target.compareTo(p.multiply(askUp)) > 0) {
            return failed("PERCENT_PRICE", "take-profit", target, askUp + " times " + p);
        }
        if (askDown != null && target.compareTo(p.multiply(askDown)) < 0) {
            return failed("PERCENT_PRICE", "take-profit", target, askDown + " times " + p);
        }
        return Optional.empty();
    }

    private Optional<String> count(Circumstances at) {
        if (maxOrders != null && at.openOrders() + ORDERS_PER_ENTRY > maxOrders) {
            return failed(
                    "MAX_NUM_ORDERS",
                    "number of orders",
                    BigDecimal.valueOf(at.openOrders() + ORDERS_PER_ENTRY),
                    "at most " + maxOrders);
        }
        return maxStops != null && at.openStops() + 1 > maxStops
                ? failed(
                        "MAX_NUM_ALGO_ORDERS",
                        "number of stops",
                        BigDecimal.valueOf(at.openStops() + 1),
                        "at most " + maxStops)
                : Optional.empty();
    }

    private static Optional<String> failed(
            String filter, String what, BigDecimal value, String allowed) {
        return Optional.of(
                "it would fail the venue's filter %s: the %s is %s, allowed is %s"
                        .formatted(filter, what, value.toPlainString(), allowed));
    }

    static OrderFilters of(JsonNode symbol) {
        var price = filter(symbol, "PRICE_FILTER");
        var bySide = filter(symbol, "PERCENT_PRICE_BY_SIDE");
        var percent = filter(symbol, "PERCENT_PRICE");
        var percentUp = decimal(percent, "multiplierUp");
        var percentDown = decimal(percent, "multiplierDown");
        var bidUp = decimal(bySide, "bidMultiplierUp");
        var askUp = decimal(bySide, "askMultiplierUp");
        var askDown = decimal(bySide, "askMultiplierDown");
        var minPrice = decimal(price, "minPrice");
        var maxPrice = decimal(price, "maxPrice");
        return new OrderFilters(
                minPrice == null ? BigDecimal.ZERO : minPrice,
                maxPrice == null ? BigDecimal.ZERO : maxPrice,
                bidUp == null ? percentUp : bidUp,
                askUp == null ? percentUp : askUp,
                askDown == null ? percentDown : askDown,
                decimal(filter(symbol, "NOTIONAL"), "maxNotional"),
                decimal(filter(symbol, "MARKET_LOT_SIZE"), "minQty"),
                number(filter(symbol, "MAX_NUM_ORDERS"), "maxNumOrders"),
                number(filter(symbol, "MAX_NUM_ALGO_ORDERS"), "maxNumAlgoOrders"),
                decimal(filter(symbol, "MAX_POSITION"), "maxPosition"));
    }

    static @Nullable JsonNode filter(JsonNode symbol, String type) {
        for (var filter : symbol.path("filters")) {
            if (filter.path("filterType").asText().equals(type)) {
                return filter;
            }
        }
        return null;
    }

    private static @Nullable BigDecimal decimal(@Nullable JsonNode filter, String field) {
        return filter == null || !filter.hasNonNull(field) ? null : Json.decimal(filter, field);
    }

    private static @Nullable Integer number(@Nullable JsonNode filter, String field) {
        return filter == null || !filter.hasNonNull(field) ? null : filter.path(field).asInt();
    }
}
