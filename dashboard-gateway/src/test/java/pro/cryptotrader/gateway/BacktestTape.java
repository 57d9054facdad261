package pro.cryptotrader.gateway;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.BacktestChanged;
import pro.cryptotrader.contracts.event.BacktestChanged.State;
import pro.cryptotrader.contracts.event.BacktestOutcome;
import pro.cryptotrader.contracts.event.BacktestOutcome.EquityPoint;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.wire.Envelope;

/** What backtest-service says. */
final class BacktestTape {
    private static final Instant AT = Instant.parse("2026-03-02T14:05:00Z");
    private static final AccountId MAIN = new AccountId("main");

    private BacktestTape() {}

    static Envelope<BacktestChanged> running(UUID job, long revision, long done, long total) {
        return changed(job, revision, State.RUNNING, done, total, "runs", null);
    }

    static Envelope<BacktestChanged> ended(UUID job, long revision, State state, String note) {
        return changed(job, revision, state, 0, 0, note, null);
    }

    /** Done with a curve that ends {@code gain} per cent higher. */
    static Envelope<BacktestChanged> done(UUID job, long revision, double gain) {
        var figures = new TreeMap<String, BigDecimal>();
        figures.put("returnPct", BigDecimal.valueOf(gain));
        figures.put("sharpe", BigDecimal.valueOf(gain / 3));
        figures.put("maxDrawdownPct", new BigDecimal("2.5"));
        figures.put("trades", new BigDecimal("42"));
        var curve = new ArrayList<EquityPoint>();
        for (int i = 0; i <= 120; i++) {
            double equity = 10_000 + gain * i / 1.2 + 40 * Math.sin(i / 7.0);
            curve.add(
                    new EquityPoint(
                            AT.minus(Duration.ofHours(120 - i)),
                            Money.of("%.2f".formatted(equity))));
        }
        var outcome = new BacktestOutcome(figures, new TreeMap<>(), curve);
        return changed(job, revision, State.DONE, 1, 1, gain + " % in 42 trades", outcome);
    }

    private static Envelope<BacktestChanged> changed(
            UUID job,
            long revision,
            State state,
            long done,
            long total,
            String note,
            @Nullable BacktestOutcome outcome) {
        return Envelope.root(
                UUID.randomUUID(),
                "backtest-service",
                AT,
                new BacktestChanged(MAIN, job, revision, state, done, total, note, outcome, AT));
    }
}
