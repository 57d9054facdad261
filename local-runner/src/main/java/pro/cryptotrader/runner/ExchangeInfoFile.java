package pro.cryptotrader.runner;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A recorded answer of Binance's {@code GET /api/v3/exchangeInfo}. The simulator reads it in full;
 * here only what would be another file altogether is found, before anything is started.
 */
final class ExchangeInfoFile {
    private ExchangeInfoFile() {}

    /**
     * The file's full path.
     *
     * @throws Complaint if it is not there, or no such answer
     */
    static Path checked(Path file) {
        var path = file.toAbsolutePath().normalize();
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw Complaint.request("--exchange-info %s cannot be read".formatted(path));
        }
        String text;
        try (var raw = new BufferedInputStream(Files.newInputStream(path));
                var in = path.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw Complaint.request(
                    "--exchange-info %s cannot be read: %s".formatted(path, e.getMessage()));
        }
        if (!text.startsWith("{") || !text.endsWith("}") || !text.contains("\"symbols\"")) {
            throw Complaint.request(
                    "--exchange-info %s is no exchange information: it must be the JSON that Binance's /api/v3/exchangeInfo answers, plain or .gz"
                            .formatted(path));
        }
        return path;
    }
}
