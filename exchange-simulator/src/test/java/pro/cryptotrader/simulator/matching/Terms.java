package pro.cryptotrader.simulator.matching;

import static pro.cryptotrader.simulator.matching.Desk.amount;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Order terms for tests, said in as few words as the order needs. */
final class Terms {
    private String symbol = Desk.SYMBOL;
    private final String id;
    private final Side side;
    private final OrderType type;
    private final long quantity;
    private long quote;
    private long price;
    private long stop;
    private int delta;
    private long iceberg;
    private TimeInForce timeInForce = TimeInForce.GTC;
    private StpMode mode = StpMode.EXPIRE_MAKER;
    private OrderTerms.@Nullable Strategy strategy;
    private @Nullable Peg peg;
    private boolean sor;

    private Terms(String id, Side side, OrderType type, long quantity) {
        this.id = id;
        this.side = side;
        this.type = type;
        this.quantity = quantity;
    }

    static Terms of(String id, Side side, OrderType type, String quantity) {
        return new Terms(id, side, type, amount(quantity));
    }

    static Terms of(String id, Side side, OrderType type, long quantity) {
        return new Terms(id, side, type, quantity);
    }

    Terms on(String otherSymbol) {
        symbol = otherSymbol;
        return this;
    }

    Terms price(String limit) {
        return price(amount(limit));
    }

    Terms price(long limit) {
        price = limit;
        return this;
    }

    Terms stop(String stopPrice) {
        return stop(amount(stopPrice));
    }

    Terms stop(long stopPrice) {
        stop = stopPrice;
        return this;
    }

    Terms trailing(int trailingDelta) {
        delta = trailingDelta;
        return this;
    }

    Terms iceberg(String shown) {
        return iceberg(amount(shown));
    }

    Terms iceberg(long shown) {
        iceberg = shown;
        return this;
    }

    Terms amountOf(String quoteQuantity) {
        quote = amount(quoteQuantity);
        return this;
    }

    Terms timeInForce(TimeInForce wanted) {
        timeInForce = wanted;
        return this;
    }

    TimeInForce timeInForce() {
        return timeInForce;
    }

    Terms stp(StpMode wanted) {
        mode = wanted;
        return this;
    }

    Terms strategy(long strategyId, int strategyType) {
        strategy = new OrderTerms.Strategy(strategyId, strategyType);
        return this;
    }

    /** Its price comes from the book; {@code price} is then the worst it accepts. */
    Terms pegged(Peg.Kind kind, Integer... level) {
        peg = new Peg(kind, Stream.of(level).findFirst(), price, false);
        return this;
    }

    Terms routed() {
        sor = true;
        return this;
    }

    OrderTerms terms() {
        return new OrderTerms(
                symbol,
                id,
                side,
                type,
                timeInForce,
                quantity,
                quote,
                price,
                stop,
                delta,
                iceberg,
                mode,
                strategy,
                peg,
                sor);
    }
}
