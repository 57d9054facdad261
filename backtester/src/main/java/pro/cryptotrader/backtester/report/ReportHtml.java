package pro.cryptotrader.backtester.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.backtester.engine.AccountResult;
import pro.cryptotrader.backtester.engine.BacktestTrade;

/** A report as one HTML file that needs nothing else: charts, style and data are inside. */
public final class ReportHtml {
    /** More would make the page slow; all of them are in the CSV file. */
    private static final int MOST_TRADES = 5_000;

    private static final String CHARTS =
            "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js";

    private ReportHtml() {}

    /** The whole page. */
    public static String write(Report report) {
        return resource("report.html")
                .replace("{{style}}", resource("report.css"))
                .replace("{{data}}", data(report).replace("<", "\\u003c"))
                .replace("{{script}}", resource("report.js"))
                .replace("{{charts}}", resource(CHARTS).replace("</script", "<\\/script"));
    }

    private static String data(Report report) {
        var document = ReportJson.document(report);
        for (int i = 0; i < report.accounts().size(); i++) {
            addDrawings(
                    (ObjectNode) document.withArray("accounts").get(i),
                    report.run().accounts().get(i));
        }
        var charts = document.putArray("charts");
        report.charts().forEach(chart -> add(charts, chart));
        try {
            return ReportJson.mapper().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report cannot be written as JSON", e);
        }
    }

    private static void addDrawings(ObjectNode account, AccountResult result) {
        account.remove("byDay");
        account.remove("byWeek");
        var curve = account.putArray("points");
        for (var point : CurvePoint.of(result)) {
            row(curve, point.time(), point.equity(), point.drawdownPct());
        }
        account.put("tradeCount", result.trades().size());
        var trades = account.putArray("tradeList");
        result.trades().stream()
                .skip(Math.max(0, result.trades().size() - MOST_TRADES))
                .forEach(trade -> add(trades, trade));
    }

    private static void add(ArrayNode trades, BacktestTrade trade) {
        trades.addObject()
                .put("symbol", trade.symbol().toString())
                .put("strategy", trade.strategy())
                .put("reason", trade.exitReason().name())
                .put("openedAt", trade.openedAt().getEpochSecond())
                .put("closedAt", trade.closedAt().getEpochSecond())
                .put("entry", trade.entryPrice().value().doubleValue())
                .put("exit", trade.exitPrice().value().doubleValue())
                .put("quantity", trade.quantity().value().doubleValue())
                .put("fees", trade.fees().value().doubleValue())
                .put("result", trade.result().value().doubleValue())
                .put("resultPct", ReportJson.rounded(trade.resultPct().doubleValue()));
    }

    private static void add(ArrayNode charts, ChartCandles candles) {
        var chart =
                charts.addObject()
                        .put("symbol", candles.symbol().toString())
                        .put("barSeconds", candles.barSeconds());
        var bars = chart.putArray("bars");
        for (var bar : candles.bars()) {
            row(bars, bar.time(), bar.open(), bar.close(), bar.low(), bar.high());
        }
    }

    private static void row(ArrayNode rows, long time, double... values) {
        var row = rows.addArray().add(time);
        for (double value : values) {
            row.add(ReportJson.rounded(value));
        }
    }

    private static String resource(String name) {
        try (@Nullable InputStream in = ReportHtml.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
