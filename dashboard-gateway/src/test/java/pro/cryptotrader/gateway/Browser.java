package pro.cryptotrader.gateway;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium with the dashboard open, and whatever its console complains about. */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM =
            Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
    private static final List<String> ARGUMENTS =
            List.of(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    final Page page;

    private Browser(Playwright playwright, int width, int height) {
        chromium =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(CHROMIUM)
                                        .setArgs(ARGUMENTS));
        page =
                chromium.newContext(new NewContextOptions().setViewportSize(width, height))
                        .newPage();
        page.onConsoleMessage(message -> {
            // Being asked to sign in is an answer, which Chromium reports as an error.
            if (message.type().equals("error") && !message.text().contains("401")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate("http://localhost:" + RestAssured.port + "/");
    }

    /** What drives browsers; takes seconds to start, so one does for many. */
    static Playwright driver() {
        return Playwright.create(
                new Playwright.CreateOptions()
                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** Skips the tests, and says so, where there is no Chromium. */
    static void assumeInstalled() {
        if (!Files.isExecutable(CHROMIUM)) {
            var text =
                    "BROWSER TESTS SKIPPED: there is no Chromium at %s; install it or set CHROMIUM"
                            .formatted(CHROMIUM);
            System.err.println(text);
            Assumptions.abort(text);
        }
    }

    static Browser open(Playwright driver, int width, int height) {
        return new Browser(driver, width, height);
    }

    void signIn() {
        page.getByTestId("sign-in-name").fill("admin");
        page.getByTestId("sign-in-password").fill(Gateway.PASSWORD);
        page.getByTestId("sign-in-submit").click();
        page.getByTestId("banner").waitFor();
    }

    /** Kept in {@code target/screenshots} for people to look at. */
    void screenshot(String name, boolean whole) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "screenshots", name + ".png"))
                        .setFullPage(whole));
    }

    /** What the console complained about: errors, and what the content policy has blocked. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        chromium.close();
    }
}
