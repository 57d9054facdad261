package pro.cryptotrader.gateway;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.BacktestPlan;
import pro.cryptotrader.contracts.event.BacktestRequested;
import pro.cryptotrader.contracts.event.BacktestStudy;

/** How large a backtest may be: it shares the machine with what trades. */
final class BacktestLimits {
    static final long MOST_CANDLES = 3_000_000;
    static final long MOST_WORK = 300_000_000;
    static final int MOST_TRIALS = 2_000;
    static final int MOST_SAMPLES = 10_000;
    static final int MOST_DAYS = 365;
    static final int MOST_PARAMETERS = 8;
    static final int LONGEST_VALUES = 200;

    private BacktestLimits() {}

    static void check(
            BacktestRequested.Kind kind, BacktestPlan plan, @Nullable BacktestStudy study) {
        long candles =
                plan.symbols().size()
                        * (Duration.between(plan.from(), plan.to()).toSeconds()
                                / plan.candles().seconds());
        require("candles (symbols times time)", candles, 1, MOST_CANDLES);
        if (kind == BacktestRequested.Kind.RUN) {
            return;
        }
        if (study == null) {
            throw Refusal.invalid("%s needs a study".formatted(kind));
        }
        if (kind == BacktestRequested.Kind.MONTE_CARLO) {
            require("study.samples", study.samples(), 1, MOST_SAMPLES);
            return;
        }
        require("study.trials", study.trials(), 1, MOST_TRIALS);
        require("study.minTrades", study.minTrades(), 0, MOST_TRIALS);
        require("study.parameters", study.parameters().size(), 1, MOST_PARAMETERS);
        study.parameters()
                .forEach((name, values) ->
                        require(
                                "the length of the values of " + name,
                                values.length(),
                                1,
                                LONGEST_VALUES));
        require("candles times trials", candles * study.trials(), 1, MOST_WORK);
        if (kind == BacktestRequested.Kind.WALK_FORWARD) {
            require("study.trainDays", study.trainDays(), 1, MOST_DAYS);
            require("study.tradeDays", study.tradeDays(), 1, MOST_DAYS);
        }
    }

    private static void require(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw Refusal.invalid(
                    String.format(Locale.ROOT, "%s: %d to %d, not %d", what, least, most, value));
        }
    }
}
