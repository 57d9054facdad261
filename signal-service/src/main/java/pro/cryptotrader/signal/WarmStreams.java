package pro.cryptotrader.signal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.core.signal.AnchoredStream;
import pro.cryptotrader.core.signal.RuleEnsemble;
import pro.cryptotrader.core.signal.SignalDesk;
import pro.cryptotrader.signal.outbound.CandleHistory;

/**
 * The ensembles in memory; whatever is missing or does not lie directly before the next candle is
 * warmed from the candles in the database. So nothing here needs to survive, and an instance that
 * takes over a partition starts where the other one stopped. For one thread: candles are handled
 * one after the other.
 */
@ApplicationScoped
public class WarmStreams {
    private final CandleHistory history;
    private final SignalDesk desk = new SignalDesk();
    private final Map<Series, AnchoredStream> streams = new HashMap<>();

    WarmStreams(CandleHistory history) {
        this.history = history;
    }

    /** The stream that is to take {@code candle}, warmed with every candle before it. */
    AnchoredStream upTo(Candle candle) {
        var series = Series.of(candle);
        var stream = streams.get(series);
        if (stream == null || jumps(stream, candle)) {
            stream = warm(series, candle);
            streams.put(series, stream);
        }
        return stream;
    }

    /** A stream that is not directly before a later candle has missed what is in the database. */
    private static boolean jumps(AnchoredStream stream, Candle candle) {
        var last = stream.lastOpenTime();
        return last == null || last.plus(candle.interval().duration()).isBefore(candle.openTime());
    }

    private AnchoredStream warm(Series series, Candle next) {
        var stream = new AnchoredStream(series.symbol(), series.interval(), RuleEnsemble::usual);
        for (var candle : history.before(next)) {
            desk.decide(stream, new CandleClosed(candle, true));
        }
        return stream;
    }

    /** After a lost transaction memory is ahead of the database: forget it. */
    public void forget() {
        streams.clear();
    }
}
