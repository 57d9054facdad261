package pro.cryptotrader.backtester.report;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.backtester.engine.AccountResult;
import pro.cryptotrader.backtester.engine.BacktestResult;
import pro.cryptotrader.backtester.engine.BacktestTrade;

/** A run's trades and equity as tables: comma separated, one header line, exact numbers. */
public final class ReportCsv {
    private ReportCsv() {}

    /** One line per position, by account in the order of its end. */
    public static void writeTrades(BacktestResult run, Appendable out) throws IOException {
        out.append(
                "account,symbol,number,strategy,opened_at,closed_at,held_seconds,entry_price,"
                        + "exit_price,quantity,invested,fees,slippage,result,result_pct,"
                        + "exit_reason,stop_loss,take_profit,signal_id\n");
        for (var account : run.accounts()) {
            for (var trade : account.trades()) {
                out.append(line(trade));
            }
        }
    }

    private static String line(BacktestTrade trade) {
        return line(
                trade.account(),
                trade.symbol(),
                trade.number(),
                trade.strategy(),
                trade.openedAt(),
                trade.closedAt(),
                trade.held().toSeconds(),
                trade.entryPrice(),
                trade.exitPrice(),
                trade.quantity(),
                trade.invested(),
                trade.fees(),
                trade.slippage(),
                trade.result(),
                ReportJson.rounded(trade.resultPct().doubleValue()).toPlainString(),
                trade.exitReason(),
                trade.stopLoss(),
                trade.takeProfit(),
                trade.signalId());
    }

    /** One line per kept point of each account's curve. */
    public static void writeEquity(BacktestResult run, Appendable out) throws IOException {
        out.append("account,time,equity,invested_pct,drawdown_pct\n");
        for (var account : run.accounts()) {
            writeEquity(account, out);
        }
    }

    private static void writeEquity(AccountResult account, Appendable out) throws IOException {
        var curve = account.equity();
        double peak = account.started().value().doubleValue();
        for (int point = 0; point < curve.size(); point++) {
            double equity = curve.equityValue(point);
            peak = Math.max(peak, equity);
            out.append(
                    line(
                            account.account(),
                            curve.at(point),
                            curve.equity(point),
                            percent(curve.exposure(point)),
                            percent(peak > 0 ? (peak - equity) / peak : 0)));
        }
    }

    private static String percent(double share) {
        return ReportJson.rounded(100 * share).toPlainString();
    }

    private static String line(@Nullable Object... cells) {
        return Stream.of(cells).map(ReportCsv::cell).collect(Collectors.joining(",")) + "\n";
    }

    /** As RFC 4180 wants it. */
    private static String cell(@Nullable Object value) {
        var text = Objects.toString(value, "");
        return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
