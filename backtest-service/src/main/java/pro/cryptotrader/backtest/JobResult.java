package pro.cryptotrader.backtest;

import java.util.Map;
import pro.cryptotrader.contracts.event.BacktestOutcome;

/**
 * What came of a job.
 *
 * @param note in one sentence
 * @param reports by name: {@code report.html}, {@code report.json}, {@code report.csv}
 */
public record JobResult(String note, BacktestOutcome outcome, Map<String, String> reports) {
    public JobResult {
        reports = Map.copyOf(reports);
    }
}
