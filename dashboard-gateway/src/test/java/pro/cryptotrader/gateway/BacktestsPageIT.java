package pro.cryptotrader.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.BacktestChanged.State;
import pro.cryptotrader.gateway.backtest.Backtests;
import pro.cryptotrader.testing.TopicFeed;

/** The page of backtests in a real browser. */
@QuarkusTest
@WithTestResource(GatewayPlatform.class)
@SuppressWarnings("NullAway.Init")
class BacktestsPageIT {
    private static final LocatorAssertions.HasAttributeOptions PATIENTLY =
            new LocatorAssertions.HasAttributeOptions().setTimeout(30_000);

    private static Playwright driver;

    @Inject Backtests backtests;

    @BeforeAll
    static void startTheDriver() {
        Browser.assumeInstalled();
        driver = Browser.driver();
    }

    @AfterAll
    static void stopTheDriver() {
        if (driver != null) {
            driver.close();
        }
    }

    @BeforeEach
    void begin() {
        Story.tell();
        QuarkusTransaction.requiringNew().run(() -> backtests.deleteAll());
    }

    private static UUID newest(Page page) {
        var row = page.getByTestId("backtest").first();
        row.waitFor();
        return UUID.fromString(row.getAttribute("data-id"));
    }

    private static UUID start(Page page, int already) {
        page.getByTestId("backtest-start").click();
        assertThat(page.getByTestId("backtest")).hasCount(already + 1);
        return newest(page);
    }

    @Test
    void aBacktestIsStartedFollowedAndComparedWithoutAReload() {
        try (var browser = Browser.open(driver, 1280, 900);
                var topics = TopicFeed.open()) {
            browser.signIn();
            var page = browser.page;
            page.getByTestId("page-backtests").click();
            var first = start(page, 0);
            topics.publish(BacktestTape.running(first, 2, 40, 100));
            var row = page.getByTestId("backtest").first();
            assertThat(row).hasAttribute("data-done", "40", PATIENTLY);
            assertThat(row.getByTestId("backtest-note")).hasText("runs · 40 %");
            topics.publish(BacktestTape.done(first, 3, 4.2));
            assertThat(row).hasAttribute("data-state", "DONE", PATIENTLY);
            assertThat(row.getByTestId("backtest-return")).hasText("+4.20 %");
            assertThat(row.getByTestId("backtest-report"))
                    .hasAttribute("href", "/api/backtests/%s/report.html".formatted(first));

            var second = start(page, 1);
            topics.publish(BacktestTape.done(second, 2, -1.3));
            assertThat(row).hasAttribute("data-state", "DONE", PATIENTLY);
            var third = start(page, 2);
            topics.publish(BacktestTape.running(third, 2, 70, 100));
            assertThat(row).hasAttribute("data-done", "70", PATIENTLY);

            page.getByTestId("backtest-choose").nth(1).check();
            page.getByTestId("backtest-choose").nth(2).check();
            assertThat(page.getByTestId("compare")).hasAttribute("data-curves", "2", PATIENTLY);
            assertThat(page.getByTestId("compare-returnPct")).containsText("4.2");
            browser.screenshot("backtests-1280", true);

            page.getByTestId("backtest-cancel").click();
            assertThat(row).containsText("being cancelled");
            topics.publish(BacktestTape.ended(third, 3, State.CANCELLED, "cancelled"));
            assertThat(row).hasAttribute("data-state", "CANCELLED", PATIENTLY);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aSearchAsksForMoreAndWhatIsWrongIsSaid() {
        try (var browser = Browser.open(driver, 1280, 900)) {
            browser.signIn();
            var page = browser.page;
            page.getByTestId("page-backtests").click();
            page.getByTestId("backtest-kind").selectOption("OPTIMISE");
            page.getByTestId("backtest-trials").fill("5000");
            page.getByTestId("backtest-start").click();
            assertThat(page.getByTestId("backtest-message"))
                    .hasText(Pattern.compile("study.trials: 1 to 2000, not 5000"));

            page.getByTestId("backtest-trials").fill("20");
            page.getByTestId("backtest-start").click();
            assertThat(page.getByTestId("backtest")).hasCount(1);
            browser.screenshot("backtests-search", true);
        }
    }

    @Test
    void aPhoneShowsTheSame() {
        try (var browser = Browser.open(driver, 390, 844);
                var topics = TopicFeed.open()) {
            browser.signIn();
            var page = browser.page;
            page.getByTestId("page-backtests").click();
            var first = start(page, 0);
            topics.publish(BacktestTape.done(first, 2, 4.2));
            var row = page.getByTestId("backtest").first();
            assertThat(row).hasAttribute("data-state", "DONE", PATIENTLY);
            var second = start(page, 1);
            topics.publish(BacktestTape.done(second, 2, -1.3));
            assertThat(row).hasAttribute("data-state", "DONE", PATIENTLY);
            page.getByTestId("backtest-choose").nth(0).check();
            page.getByTestId("backtest-choose").nth(1).check();
            assertThat(page.getByTestId("compare")).isVisible();

            assertThat(
                            page.evaluate(
                                    "document.documentElement.scrollWidth"
                                            + " > document.documentElement.clientWidth"))
                    .isEqualTo(false);
            browser.screenshot("backtests-390", true);
        }
    }
}
