package pro.cryptotrader.backtester.research;

import java.time.Instant;
import pro.cryptotrader.backtester.data.CandleReader;
import pro.cryptotrader.backtester.data.CandleSource;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * Candles whose future has been cut off.
 *
 * @param end nothing that opens then or later is there
 */
record CandlesUntil(CandleSource whole, Instant end) implements CandleSource {
    @Override
    public Symbol symbol() {
        return whole.symbol();
    }

    @Override
    public Interval interval() {
        return whole.interval();
    }

    @Override
    public int priceDecimals() {
        return whole.priceDecimals();
    }

    @Override
    public int volumeDecimals() {
        return whole.volumeDecimals();
    }

    @Override
    public Instant first() {
        return whole.first();
    }

    @Override
    public Instant last() {
        var before = end.minus(interval().duration());
        return whole.last().isBefore(before) ? whole.last() : before;
    }

    @Override
    public CandleReader read(Instant from, Instant to) {
        return whole.read(from, to.isBefore(end) ? to : end);
    }
}
