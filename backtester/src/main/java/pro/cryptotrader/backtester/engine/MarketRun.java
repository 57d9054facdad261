package pro.cryptotrader.backtester.engine;

import java.time.Instant;
import java.util.List;
import pro.cryptotrader.backtester.data.CandleBlock;
import pro.cryptotrader.backtester.data.CandleReader;
import pro.cryptotrader.backtester.fill.CandleInPlay;
import pro.cryptotrader.backtester.fill.Exchange;
import pro.cryptotrader.backtester.fill.Scale;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * One symbol's candles on their way through a backtest; what nothing was recorded of is a quiet
 * candle at the last price, as the live market monitor makes it.
 */
final class MarketRun implements AutoCloseable {
    private final Instrument instrument;
    private final Interval interval;
    private final CandleReader reader;
    private final CandleBlock block = new CandleBlock(CandleBlock.USUAL_CAPACITY);
    private final CandleInPlay candle;
    private final List<SignalStream> streams;
    private final Scale scale;
    private final long step;
    private final long factor;
    private final long from;
    private int index = -1;
    private long nextOpen = Long.MAX_VALUE;
    private long quoteVolume;
    private long trades;
    private long candles;
    private long warmUp;
    private long firstTime;
    private long firstOpen;
    private final Exchange.Trading trading;

    MarketRun(
            MarketPlan plan,
            Scale scale,
            Exchange venue,
            List<SignalStream> streams,
            Instant readFrom,
            BacktestSettings settings) {
        var source = plan.candles();
        this.instrument = plan.instrument();
        this.interval = source.interval();
        this.scale = scale;
        this.streams = List.copyOf(streams);
        this.step = source.interval().seconds() * 1_000;
        this.factor = power(scale.decimals() - source.priceDecimals());
        this.from = settings.from().toEpochMilli();
        this.reader = source.read(readFrom, settings.to());
        this.candle = new CandleInPlay(source.volumeDecimals());
        this.trading = venue.list(instrument, scale, candle);
        if (advanceBlock()) {
            nextOpen = block.openTime(0);
        }
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    private boolean advanceBlock() {
        index = 0;
        return reader.read(block);
    }

    /** When the next candle opens; {@link Long#MAX_VALUE} after the last one. */
    long nextOpen() {
        return nextOpen;
    }

    /** The next candle begins. */
    void begin() {
        if (block.openTime(index) > nextOpen) {
            long last = candle.close();
            candle.begin(nextOpen, nextOpen + step, last, last, last, last, 0);
            quoteVolume = 0;
            trades = 0;
            nextOpen += step;
        } else {
            int i = index;
            long time = block.openTime(i);
            candle.begin(
                    time,
                    time + step,
                    block.open(i) * factor,
                    block.high(i) * factor,
                    block.low(i) * factor,
                    block.close(i) * factor,
                    block.volume(i));
            quoteVolume = block.quoteVolume(i);
            trades = block.trades(i);
            index++;
            boolean more = index < block.size() || advanceBlock();
            nextOpen = more ? time + step : Long.MAX_VALUE;
        }
        count();
    }

    private void count() {
        if (candle.openTime() < from) {
            warmUp++;
            return;
        }
        if (candles++ == 0) {
            firstTime = candle.openTime();
            firstOpen = candle.open();
        }
    }

    boolean isTraded() {
        return candle.openTime() >= from;
    }

    boolean hasSignals() {
        for (int i = 0; i < streams.size(); i++) {
            if (streams.get(i).hasGiven()) {
                return true;
            }
        }
        return false;
    }

    /** The candle has closed: the strategies hear it. */
    void hear() {
        boolean acts = candle.closeTime() >= from;
        for (int i = 0; i < streams.size(); i++) {
            streams.get(i).closed(candle, quoteVolume, trades, acts);
        }
    }

    List<SignalStream> streams() {
        return streams;
    }

    CandleInPlay candle() {
        return candle;
    }

    Exchange.Trading trading() {
        return trading;
    }

    Scale scale() {
        return scale;
    }

    Symbol symbol() {
        return instrument.symbol();
    }

    Interval interval() {
        return interval;
    }

    long read() {
        return candles + warmUp;
    }

    @Override
    public void close() {
        reader.close();
    }

    MarketSummary summary() {
        return new MarketSummary(
                symbol(),
                interval,
                candles,
                warmUp,
                Instant.ofEpochMilli(firstTime),
                Instant.ofEpochMilli(candle.openTime()),
                scale.price(firstOpen),
                scale.price(candle.close()));
    }
}
