package pro.cryptotrader.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Interval;

/** One configuration of a study, tried by whichever worker is free. */
public sealed interface TrialEvent extends Event {
    /** A function of the study and the values, so that a trial is known again. */
    UUID trialId();

    UUID studyId();

    /**
     * A trial to be made. Topic {@code backtest.trials}, keyed by trial, so that trials spread over
     * all workers.
     *
     * @param pool whose workers make it: they have the same candles
     * @param markets what it is made on
     * @param values of the parameters
     */
    record TrialRequested(
            UUID trialId,
            UUID studyId,
            String pool,
            BacktestPlan plan,
            List<TrialMarket> markets,
            SortedMap<String, String> values)
            implements TrialEvent {
        public TrialRequested {
            markets = List.copyOf(markets);
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }

        @Override
        @JsonIgnore
        public String key() {
            return trialId.toString();
        }
    }

    /**
     * What came of a trial. Topic {@code backtest.results}, keyed by study.
     *
     * @param figures by name, as the shortest decimal that is the same double
     * @param ordersHash of all its orders; empty when it was refused
     * @param refusal why the configuration was not run; null when it was
     * @param failure what went wrong in the worker; null when nothing did
     * @param worker who made it
     */
    record TrialFinished(
            UUID trialId,
            UUID studyId,
            SortedMap<String, String> values,
            SortedMap<String, String> figures,
            String ordersHash,
            @Nullable String refusal,
            @Nullable String failure,
            String worker)
            implements TrialEvent {
        public TrialFinished {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
            figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        }

        @Override
        @JsonIgnore
        public String key() {
            return studyId.toString();
        }
    }

    /**
     * A symbol of a trial.
     *
     * @param instrument the rules that orders are rounded by
     * @param candles how fine the candles are
     * @param from open time of the first candle that any trial of the study reads
     * @param sha256 of every candle from then on: a worker with other ones does not take part
     */
    record TrialMarket(Instrument instrument, Interval candles, Instant from, String sha256) {}
}
