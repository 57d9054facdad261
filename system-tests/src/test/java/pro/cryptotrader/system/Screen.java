package pro.cryptotrader.system;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** The dashboard in a real Chromium. */
final class Screen implements AutoCloseable {
    private static final Path CHROMIUM = chromium();
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

    private final Playwright playwright;
    private final Page page;
    private final List<String> errors = new ArrayList<>();

    private Screen(Playwright playwright, String address, int width, int height) {
        this.playwright = playwright;
        this.page =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(CHROMIUM)
                                        .setArgs(ARGUMENTS))
                        .newContext(new NewContextOptions().setViewportSize(width, height))
                        .newPage();
        page.onPageError(errors::add);
        page.navigate(address);
    }

    private static Path chromium() {
        var named = Objects.requireNonNullElse(System.getenv("CHROMIUM"), "");
        return Path.of(named.isEmpty() ? "/usr/bin/chromium" : named);
    }

    /** Opens the dashboard; skips the test, and says so, where there is no Chromium. */
    static Screen open(TradingPlatform platform, int width, int height) {
        if (!Files.isExecutable(CHROMIUM)) {
            var text =
                    "THE BROWSER TESTS ARE NOT RUN: there is no Chromium at %s; install it or set CHROMIUM"
                            .formatted(CHROMIUM);
            System.err.println(text);
            Assumptions.abort(text);
        }
        var playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var screen = new Screen(playwright, platform.processes().dashboard(), width, height);
        screen.signIn(platform.processes().secrets().adminPassword());
        return screen;
    }

    private void signIn(String password) {
        find("sign-in-name").fill("admin");
        find("sign-in-password").fill(password);
        find("sign-in-submit").click();
        find("banner").waitFor();
    }

    Locator find(String testId) {
        return page.getByTestId(testId);
    }

    /** The text of the first element of that name. */
    String text(String testId) {
        return find(testId).first().innerText().strip();
    }

    /** The attribute {@code name} of every element of that name, in the page's order. */
    List<String> attributes(String testId, String name) {
        return find(testId).all().stream()
                .map(element -> Objects.requireNonNullElse(element.getAttribute(name), ""))
                .toList();
    }

    /** Answers a value of the page that survives everything but a reload. */
    void mark() {
        page.evaluate("window.notReloaded = true");
    }

    boolean isSamePage() {
        return Boolean.TRUE.equals(page.evaluate("window.notReloaded === true"));
    }

    /** Whether something is wider than the screen. */
    boolean scrollsSideways() {
        return Boolean.TRUE.equals(
                page.evaluate(
                        "document.documentElement.scrollWidth"
                                + " > document.documentElement.clientWidth"));
    }

    /** Kept in {@code target/screenshots} for people to look at. */
    void screenshot(String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "screenshots", name + ".png"))
                        .setFullPage(true));
    }

    /** What went wrong in the page's scripts. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
