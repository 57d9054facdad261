package pro.cryptotrader.gateway.backtest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.BacktestChanged;
import pro.cryptotrader.contracts.event.BacktestOutcome;
import pro.cryptotrader.contracts.event.BacktestPlan;
import pro.cryptotrader.contracts.event.BacktestRequested;
import pro.cryptotrader.contracts.event.BacktestStudy;
import pro.cryptotrader.gateway.readmodel.Json;

/**
 * A backtest as screens and programs get it.
 *
 * @param study null for a single run
 * @param cancelling somebody has asked to cancel it, and it has not ended yet
 * @param figures by name; empty until it is done
 * @param values the best ones of a search; empty where nothing was searched
 */
public record BacktestView(
        UUID id,
        String account,
        BacktestRequested.Kind kind,
        BacktestPlan plan,
        @Nullable BacktestStudy study,
        String requestedBy,
        Instant requestedAt,
        BacktestChanged.State state,
        boolean cancelling,
        long done,
        long total,
        String note,
        SortedMap<String, BigDecimal> figures,
        SortedMap<String, String> values,
        Instant changedAt) {

    /** Without its curve. */
    public static BacktestView of(BacktestRow row, Json json) {
        var outcome = outcome(row, json);
        return new BacktestView(
                row.id,
                row.accountId,
                row.kind,
                json.read(row.plan, BacktestPlan.class),
                row.study == null ? null : json.read(row.study, BacktestStudy.class),
                row.requestedBy,
                row.requestedAt,
                row.state,
                row.cancelling && !row.state.isEnd(),
                row.done,
                row.total,
                row.note,
                outcome == null ? new TreeMap<>() : outcome.figures(),
                outcome == null ? new TreeMap<>() : outcome.values(),
                row.changedAt);
    }

    private static @Nullable BacktestOutcome outcome(BacktestRow row, Json json) {
        return row.outcome == null ? null : json.read(row.outcome, BacktestOutcome.class);
    }

    /**
     * The same with its equity over time.
     *
     * @param curve empty where there is none
     */
    public record WithCurve(BacktestView backtest, List<BacktestOutcome.EquityPoint> curve) {
        public static WithCurve of(BacktestRow row, Json json) {
            var outcome = outcome(row, json);
            return new WithCurve(
                    BacktestView.of(row, json), outcome == null ? List.of() : outcome.curve());
        }
    }
}
