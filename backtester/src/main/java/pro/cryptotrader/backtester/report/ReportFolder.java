package pro.cryptotrader.backtester.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a report lies: {@code report.json}, {@code report.html}, {@code trades.csv} and so on. */
public record ReportFolder(Path folder) {

    /** Writes all four files, over those of an earlier report. */
    public void write(Report report) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("report.json"), ReportJson.write(report));
        Files.writeString(folder.resolve("report.html"), ReportHtml.write(report));
        try (var trades = Files.newBufferedWriter(folder.resolve("trades.csv"))) {
            ReportCsv.writeTrades(report.run(), trades);
        }
        try (var equity = Files.newBufferedWriter(folder.resolve("equity.csv"))) {
            ReportCsv.writeEquity(report.run(), equity);
        }
    }
}
