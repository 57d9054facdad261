package pro.cryptotrader.backtester.data;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.market.CandleSequence;

/**
 * Makes candles of trades. A candle in which nothing was traded stays at the close before it, as
 * the venue's own do. The first and the last are made of what there is of them.
 */
public final class TradesToCandles {
    private final Symbol symbol;
    private final Interval interval;
    private final Consumer<Candle> sink;
    private @Nullable Candle open;
    private long lastId = Long.MIN_VALUE;

    public TradesToCandles(Symbol symbol, Interval interval, Consumer<Candle> sink) {
        this.symbol = symbol;
        this.interval = interval;
        this.sink = sink;
    }

    /**
     * Takes the next trade.
     *
     * @throws IllegalArgumentException when it does not come after the one before it
     */
    public void add(RecordedTrade trade) {
        if (trade.id() <= lastId) {
            throw new IllegalArgumentException(
                    "trade %d does not come after trade %d".formatted(trade.id(), lastId));
        }
        var start = interval.openTimeOf(trade.time());
        if (open != null && start.isBefore(open.openTime())) {
            throw new IllegalArgumentException(
                    "trade %d is of %s, in a candle before that of the trade before it"
                            .formatted(trade.id(), trade.time()));
        }
        lastId = trade.id();
        while (open != null && open.openTime().isBefore(start)) {
            sink.accept(open);
            open = CandleSequence.quiet(open);
        }
        var begun =
                open == null ? CandleSequence.quiet(symbol, interval, start, trade.price()) : open;
        open = with(begun, trade);
    }

    private static Candle with(Candle candle, RecordedTrade trade) {
        boolean first = candle.trades() == 0;
        var price = trade.price();
        return new Candle(
                candle.symbol(),
                candle.interval(),
                candle.openTime(),
                first ? price : candle.open(),
                first || price.isAbove(candle.high()) ? price : candle.high(),
                first || price.isBelow(candle.low()) ? price : candle.low(),
                price,
                candle.volume().add(trade.quantity().value()),
                candle.quoteVolume().add(price.times(trade.quantity()).value()),
                candle.trades() + trade.count());
    }

    /** Gives out the last candle. */
    public void end() {
        if (open != null) {
            sink.accept(open);
            open = null;
        }
    }
}
