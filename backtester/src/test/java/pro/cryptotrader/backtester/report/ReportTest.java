package pro.cryptotrader.backtester.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.cryptotrader.backtester.statistics.Significance;

class ReportTest {
    private static final int HOURS = 24 * 120;
    private static final Report REPORT = report();

    private static Report report() {
        return Report.of(
                SampleRun.of(HOURS), SampleRun.candles(HOURS), Significance.Settings.usual(1));
    }

    @Test
    void equalRunsGiveEqualText() {
        assertThat(ReportJson.write(report())).isEqualTo(ReportJson.write(REPORT));
        assertThat(ReportHtml.write(report())).isEqualTo(ReportHtml.write(REPORT));
    }

    @Test
    void theResultsOfAllTradesAreTheGainInEquity() throws IOException {
        var account = document(REPORT).at("/accounts/0");
        assertThat(account.at("/trades/profit").decimalValue())
                .isEqualByComparingTo(
                        account.at("/curve/end")
                                .decimalValue()
                                .subtract(account.at("/curve/start").decimalValue()));
        assertThat(account.at("/byMonth")).hasSize(4);
        assertThat(account.at("/byDay")).hasSize(120);
        assertThat(account.at("/rejectedEntries/POSITION_EXISTS").asInt()).isEqualTo(17);
        assertThat(account.at("/significance/randomEntries/pValue").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void whatCannotBeComputedIsNull() throws IOException {
        var day = Report.of(SampleRun.of(5), List.of(), Significance.Settings.usual(1));
        var account = document(day).at("/accounts/0");
        assertThat(account.at("/curve/sharpe").isNull()).isTrue();
        assertThat(account.at("/trades/winRatePct").isNull()).isTrue();
        assertThat(account.at("/curve/deepest").isNull()).isTrue();
    }

    @Test
    void tablesHaveALineForEachTradeAndPoint() throws IOException {
        var trades = new StringWriter();
        ReportCsv.writeTrades(REPORT.run(), trades);
        assertThat(trades.toString().lines()).hasSize(1 + HOURS / 10);
        assertThat(trades.toString().lines().skip(1).findFirst())
                .hasValueSatisfying(line ->
                        assertThat(line).startsWith("main,BTC/USDT,1,trend,2023-11-01T01:00:00Z,"));
        var equity = new StringWriter();
        ReportCsv.writeEquity(REPORT.run(), equity);
        assertThat(equity.toString().lines()).hasSize(1 + HOURS);
    }

    @Test
    void thePageHoldsEverythingAndCannotBeBrokenOutOf() {
        var page = ReportHtml.write(REPORT);
        assertThat(page)
                .doesNotContain("{{style}}", "{{data}}", "{{script}}", "{{charts}}")
                .contains("default-src 'none'")
                .contains("rules \\u003c&> \\\"friends\\\"");
        assertThat(page.split("</script>", -1)).hasSize(4);
    }

    @Test
    void aFolderHoldsAllFourFiles(@TempDir Path folder) throws IOException {
        new ReportFolder(folder.resolve("new")).write(REPORT);
        assertThat(folder.resolve("new"))
                .isDirectoryContaining("glob:**report.json")
                .isDirectoryContaining("glob:**report.html")
                .isDirectoryContaining("glob:**trades.csv")
                .isDirectoryContaining("glob:**equity.csv");
    }

    private static JsonNode document(Report report) throws IOException {
        return new ObjectMapper().readTree(ReportJson.write(report));
    }
}
