package pro.cryptotrader.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import pro.cryptotrader.simulator.keys.KeyRing;
import pro.cryptotrader.simulator.matching.AccountSettings;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Book.Level;
import pro.cryptotrader.simulator.matching.Side;
import pro.cryptotrader.simulator.store.VenueKey;
import pro.cryptotrader.simulator.venue.Settings;
import pro.cryptotrader.simulator.venue.Venue;

/**
 * What only a simulated venue has: accounts for the asking, its status, its books, and a hand on
 * its market.
 */
@Singleton
public class ControlApi {
    private static final double HIGHEST_SPEED = 300;
    private static final String ACCOUNT_ID = "[A-Za-z0-9_-]{1,64}";

    private final Venue venue;
    private final VenueKey key;
    private final KeyRing keys;
    private final Settings settings;
    private final InstantSource wall;

    /** Controls {@code venue}. */
    public ControlApi(
            Venue venue, VenueKey key, KeyRing keys, Settings settings, InstantSource wall) {
        this.venue = venue;
        this.key = key;
        this.keys = keys;
        this.settings = settings;
        this.wall = wall;
    }

    ObjectNode status() {
        var node =
                OrderReports.object()
                        .put("market", settings.market().name().toLowerCase(Locale.ROOT))
                        .put("seed", settings.seed())
                        .put("speed", venue.speed())
                        .put("marketTime", venue.time())
                        .put("wallTime", wall.millis())
                        .put("finished", venue.finished())
                        .put("simulated", true);
        var symbols = node.putArray("symbols");
        venue.symbols().forEach(symbols::add);
        venue.halted().ifPresent(reason -> node.put("halted", reason));
        return node;
    }

    /** The market's time and best prices as they are, whatever the venue tells its clients. */
    ObjectNode books() {
        return venue.read(engine -> {
            var node = OrderReports.object().put("marketTime", venue.time());
            var books = node.putArray("books");
            for (var symbol : venue.symbols()) {
                books.addObject()
                        .put("symbol", symbol)
                        .put("bidPrice", best(engine.book(symbol).levels(Side.SELL, 1)))
                        .put("askPrice", best(engine.book(symbol).levels(Side.BUY, 1)));
            }
            return node;
        });
    }

    private static String best(List<Level> levels) {
        return Amounts.text(levels.isEmpty() ? 0 : levels.getFirst().price());
    }

    /** Opens an account, or finds it: same account, same keys. */
    ObjectNode open(JsonNode request) {
        var account = request.path("accountId").asText("");
        if (!account.matches(ACCOUNT_ID)) {
            throw new IllegalArgumentException(
                    "accountId is '%s', but must match %s".formatted(account, ACCOUNT_ID));
        }
        var balances = new LinkedHashMap<String, Long>();
        for (var entry : request.path("balances").properties()) {
            balances.put(asset(entry.getKey()), amount(entry.getKey(), entry.getValue()));
        }
        venue.command(account, "open", (engine, time) -> engine.open(account, balances, time));
        settle(account, request);
        return OrderReports.object()
                .put("accountId", account)
                .put("apiKey", key.apiKey(account))
                .put("secretKey", key.secretKey(account));
    }

    /** Registers a public key of an account. */
    ObjectNode register(String account, JsonNode request) {
        if (!venue.read(engine -> engine.state().hasAccount(account))) {
            throw new IllegalArgumentException("there is no account '" + account + "'");
        }
        var registered = keys.register(account, request.path("publicKey").asText(""));
        return OrderReports.object()
                .put("accountId", account)
                .put("apiKey", registered.apiKey())
                .put("kind", registered.kind());
    }

    private void settle(String account, JsonNode request) {
        if (request.has("bnbDiscount") || request.has("tradeGroupId")) {
            var chosen =
                    new AccountSettings(
                            request.path("bnbDiscount").asBoolean(),
                            request.path("tradeGroupId").asLong(-1));
            venue.command(
                    account, "settle", (engine, time) -> engine.settle(account, chosen, time));
        }
    }

    private static String asset(String name) {
        if (!name.matches("[A-Z0-9]{1,20}")) {
            throw new IllegalArgumentException(
                    "'%s' is no asset: 1 to 20 capital letters and digits, such as USDT"
                            .formatted(name));
        }
        return name;
    }

    private static long amount(String asset, JsonNode value) {
        try {
            var amount = Amounts.parse(value.asText());
            if (amount >= 0 && amount <= Amounts.ONE * 1_000_000_000) {
                return amount;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException(
                "the balance of %s is '%s', but must be a decimal of 0 to 1000000000 with at most 8 decimals"
                        .formatted(asset, value.asText()));
    }

    /** Balances, orders, lists and trades of an account: the oracle for tests. */
    ObjectNode account(String account) {
        return venue.read(engine -> {
            var state = engine.state();
            if (!state.hasAccount(account)) {
                throw new IllegalArgumentException("there is no account '" + account + "'");
            }
            var node = OrderReports.object().put("accountId", account);
            var balances = node.putArray("balances");
            for (var holding : state.holdings(account)) {
                balances.addObject()
                        .put("asset", holding.asset())
                        .put("free", Amounts.text(holding.free()))
                        .put("locked", Amounts.text(holding.locked()));
            }
            node.set(
                    "orders",
                    QueryApi.reports(state.orders(order -> order.account().equals(account))));
            node.set(
                    "trades",
                    QueryApi.array(
                            state.trades(trade -> trade.order().account().equals(account)),
                            OrderReports::trade));
            var lists = JsonNodeFactory.instance.arrayNode();
            for (var list : state.lists(each -> each.account().equals(account))) {
                lists.add(
                        OrderReports.object()
                                .put("orderListId", list.id())
                                .put("listClientOrderId", list.clientListId())
                                .put("kind", list.kind().name())
                                .put("listStatusType", list.listStatusType())
                                .put("listOrderStatus", list.listOrderStatus()));
            }
            node.set("orderLists", lists);
            return node;
        });
    }

    ObjectNode shock(JsonNode request) {
        var symbol = request.path("symbol").asText("");
        if (!venue.symbols().contains(symbol)) {
            throw new IllegalArgumentException(
                    "symbol is '%s', but must be one of %s".formatted(symbol, venue.symbols()));
        }
        var percent = request.path("percent").asDouble(0);
        if (percent < -90 || percent > 500 || percent == 0) {
            throw new IllegalArgumentException(
                    "percent is '%s', but must be -90 to 500 and not 0"
                            .formatted(request.path("percent").asText()));
        }
        var factor = Math.round((1 + percent / 100) * Amounts.ONE);
        venue.command("#operator", "shock", (engine, time) -> engine.shock(symbol, factor, time));
        return OrderReports.object().put("symbol", symbol).put("percent", percent);
    }

    ObjectNode speed(JsonNode request) {
        var speed = request.path("speed").asDouble(0);
        if (speed < 0.01 || speed > HIGHEST_SPEED) {
            throw new IllegalArgumentException(
                    "speed is '%s', but must be 0.01 to 300"
                            .formatted(request.path("speed").asText()));
        }
        venue.speed(speed);
        return OrderReports.object().put("speed", speed);
    }

    /** Market time runs up to a moment and stands there; without one it runs on. */
    ObjectNode stand(JsonNode request) {
        var at = request.path("at");
        if (!at.isMissingNode() && !at.canConvertToLong()) {
            throw new IllegalArgumentException(
                    "at is '%s', but must be market time in milliseconds, or left away"
                            .formatted(at.asText()));
        }
        venue.standAt(at.asLong(Long.MAX_VALUE));
        return OrderReports.object().put("at", at.asLong(Long.MAX_VALUE));
    }
}
