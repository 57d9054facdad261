package pro.cryptotrader.backtester.cli;

import pro.cryptotrader.backtester.report.Report;

/** The few figures that everybody looks at first. */
final class ReportLines {
    private ReportLines() {}

    static void tell(Output output, Report report) {
        for (var account : report.accounts()) {
            var curve = account.curve();
            var trades = account.trades();
            output.line(
                    "%s: %.2f %s from %.2f (%.2f %%), markets %.2f %%, %d trades, %.1f %% won"
                            .formatted(
                                    account.account(),
                                    curve.end(),
                                    account.quote(),
                                    curve.start(),
                                    curve.returnPct(),
                                    account.buyAndHold().marketChangePct(),
                                    trades.trades(),
                                    trades.winRatePct()));
            output.line(
                    ("  Sharpe %.2f, Sortino %.2f, profit factor %.2f, deepest drawdown %.2f %%,"
                                    + " fees %.2f, slippage %.2f")
                            .formatted(
                                    curve.sharpe(),
                                    curve.sortino(),
                                    trades.profitFactor(),
                                    curve.maxDrawdownPct(),
                                    account.fees(),
                                    account.slippage()));
        }
    }
}
