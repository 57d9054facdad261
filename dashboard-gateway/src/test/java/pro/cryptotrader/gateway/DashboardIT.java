package pro.cryptotrader.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.gateway.access.Sessions;
import pro.cryptotrader.gateway.live.LiveFeed;
import pro.cryptotrader.testing.TopicFeed;

/** The page in a real browser, fed through the real topics. */
@QuarkusTest
@WithTestResource(GatewayPlatform.class)
@SuppressWarnings("NullAway.Init")
class DashboardIT {
    private static final Instant NOW = Story.NOW;

    private static final LocatorAssertions.HasAttributeOptions PATIENTLY =
            new LocatorAssertions.HasAttributeOptions().setTimeout(30_000);

    private static Playwright driver;

    @Inject LiveFeed feed;
    @Inject Sessions sessions;

    @GatewayPlatform.Executor StandIn executor = new StandIn();

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
    void tellTheStory() {
        executor.answer(200, "{}");
        Story.tell();
    }

    @Test
    void refusesAWrongPasswordInWords() {
        try (var browser = Browser.open(driver, 1440, 900)) {
            var page = browser.page;
            page.getByTestId("sign-in-name").fill("admin");
            page.getByTestId("sign-in-password").fill("wrong");
            page.getByTestId("sign-in-submit").click();

            assertThat(page.getByTestId("sign-in-error"))
                    .hasText("Name and password do not belong together");
            browser.screenshot("sign-in", false);
        }
        Gateway.signedIn();
    }

    @Test
    void showsTheWholeStoryAndWhatHappensNext() {
        try (var browser = Browser.open(driver, 1440, 900);
                var feed = TopicFeed.open()) {
            browser.signIn();
            var page = browser.page;
            var market = new Market(feed);
            market.tick("BTC/USDT", 102.6, NOW.plusSeconds(10));
            market.tick("ETH/USDT", 2411.37, NOW.plusSeconds(10));

            assertThat(page.getByTestId("mode")).hasText("SIMULATED");
            assertThat(page.getByTestId("speed")).hasText("60×");
            assertThat(page.getByTestId("engine-state")).hasAttribute("data-state", "RUNNING");
            assertThat(page.getByTestId("connection")).hasAttribute("data-state", "LIVE");
            assertThat(page.getByTestId("market-time"))
                    .hasText(Pattern.compile("2026-03-01 10:05:\\d\\d UTC"));
            assertThat(page.getByTestId("price-BTC/USDT").getByTestId("last")).hasText("102.60");
            assertThat(page.getByTestId("position-BTC/USDT").getByTestId("unrealised"))
                    .hasText("+1.00");
            assertThat(page.getByTestId("cash")).hasText("9,795.80");
            assertThat(page.getByTestId("chart"))
                    .hasAttribute("data-candles", Pattern.compile("200"));
            assertThat(row(page.getByTestId("fills"), "fill", "BTC/USDT")).isVisible();
            assertThat(row(page.getByTestId("orders"), "order", "BTC/USDT"))
                    .hasAttribute("data-status", "FILLED");

            market.tick("BTC/USDT", 103.25, NOW.plusSeconds(20));
            feed.publish(Story.notification());

            assertThat(page.getByTestId("price-BTC/USDT").getByTestId("last")).hasText("103.25");
            assertThat(page.getByTestId("unread")).hasText("1");
            browser.screenshot("desktop", true);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void saysLiveWhereMoneyIsRealAndNothingOfASimulation() {
        try (var browser = Browser.open(driver, 1440, 900);
                var feed = TopicFeed.open()) {
            browser.signIn();
            var page = browser.page;
            var market = new Market(feed);
            assertThat(page.getByTestId("mode")).hasText("SIMULATED");

            market.venue("LIVE");
            assertThat(page.getByTestId("mode")).hasText("LIVE");
            assertThat(page.getByTestId("speed")).isHidden();
            browser.screenshot("live", false);
            page.reload();
            assertThat(page.getByTestId("mode")).hasText("LIVE");

            market.venue("TESTNET");
            assertThat(page.getByTestId("mode")).hasText("TESTNET");
            market.venue("SIMULATOR");
            assertThat(page.getByTestId("mode")).hasText("SIMULATED");
        }
    }

    @Test
    void explainsATrade() {
        try (var browser = Browser.open(driver, 1440, 900)) {
            browser.signIn();
            var page = browser.page;
            row(page.getByTestId("fills"), "fill", "BTC/USDT").getByTestId("audit-open").click();

            var steps = page.getByTestId("audit-step");
            assertThat(steps).hasCount(7);
            assertThat(steps.first()).containsText("Bought 2 BTC/USDT at 102.1");
            assertThat(steps.last()).containsText("BTC/USDT 5m candle closed at 102");
            assertThat(page.getByTestId("audit")).containsText("EMA 12 is 1.2 % above EMA 26");
            browser.screenshot("audit", false);
            page.getByTestId("audit-close").click();
            assertThat(page.getByTestId("audit")).isHidden();
        }
    }

    @Test
    void stopsInAnEmergencyAfterAskingAndSaysWhenItHolds() {
        try (var browser = Browser.open(driver, 1440, 900);
                var feed = TopicFeed.open()) {
            browser.signIn();
            var page = browser.page;
            page.getByTestId("engine-EMERGENCY_STOP").click();
            page.getByTestId("emergency-close").check();
            page.getByTestId("reason").fill("it falls");
            browser.screenshot("emergency-dialog", false);
            page.getByTestId("dialog-confirm").click();

            assertThat(page.getByTestId("engine-outcome")).containsText("acknowledged");
            assertThat(executor.requests().getLast().body()).contains("it falls");

            feed.publish(EngineTape.told("main", EngineState.EMERGENCY_STOPPED, 202, 202, null));
            assertThat(page.getByTestId("engine-state"))
                    .hasAttribute("data-state", "EMERGENCY_STOPPED");
            assertThat(page.getByTestId("engine-START")).isDisabled();
            assertThat(page.getByTestId("engine-RESET")).isEnabled();
            feed.publish(EngineTape.told("main", EngineState.RUNNING, 203, 203, null));
            assertThat(page.getByTestId("engine-RESET")).isDisabled();
        }
    }

    @Test
    void doesNotCallAStopAcknowledgedThatNobodyConfirmed() {
        executor.answer(503, "");
        try (var browser = Browser.open(driver, 1440, 900)) {
            browser.signIn();
            var page = browser.page;
            page.getByTestId("engine-EMERGENCY_STOP").click();
            page.getByTestId("dialog-confirm").click();

            assertThat(page.getByTestId("engine-outcome"))
                    .containsText(
                            "not acknowledged yet. Risk: answered 200. Executor: refused with 503");
        }
    }

    @Test
    void saysAtTheFieldWhatIsWrongWithAConfigurationAndSavesARightOne() {
        try (var browser = Browser.open(driver, 1440, 900)) {
            browser.signIn();
            var page = browser.page;
            page.getByTestId("config-open").click();
            var before = page.getByTestId("config").getAttribute("data-version");
            page.getByTestId("config-risk.max_positions").fill("0");
            page.getByTestId("config-save").click();

            assertThat(page.getByTestId("error-risk.max_positions"))
                    .hasText("0 is not allowed; allowed: 1 to 100");
            assertThat(page.getByTestId("config")).hasAttribute("data-version", before);
            browser.screenshot("config", true);

            page.getByTestId("config-risk.max_positions").fill("3");
            page.getByTestId("config-save").click();

            assertThat(page.getByTestId("config-message")).containsText("Saved as version");
            assertThat(page.getByTestId("error-risk.max_positions")).isHidden();
            assertThat(page.getByTestId("config-risk.max_positions")).hasValue("3");
        }
    }

    @Test
    void fitsOnAPhone() {
        try (var browser = Browser.open(driver, 390, 844)) {
            browser.signIn();
            assertThat(row(browser.page.getByTestId("fills"), "fill", "BTC/USDT")).isVisible();

            var overflow =
                    browser.page.evaluate(
                            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(overflow).isEqualTo(0);
            browser.screenshot("phone", true);
        }
    }

    @Test
    void neverShowsAnOldNumberAsLive() {
        try (var browser = Browser.open(driver, 1440, 900);
                var feed = TopicFeed.open()) {
            browser.signIn();
            var page = browser.page;
            var connection = page.getByTestId("connection");
            new Market(feed).tick("BTC/USDT", 102.6, NOW.plusSeconds(30));
            assertThat(connection).hasAttribute("data-state", "LIVE");
            assertThat(page.getByTestId("money-stale")).isHidden();

            assertThat(connection).hasAttribute("data-state", "STALE", PATIENTLY);
            assertThat(page.getByTestId("money-stale")).containsText("Not live");
            browser.screenshot("stale", false);
        }
    }

    @Test
    void comesBackAfterAGapAndHasMissedNothing() {
        var missed = new Tape("main", "GAP/USDT", "2026-03-01T10:00:00Z");
        try (var browser = Browser.open(driver, 1440, 900);
                var topics = TopicFeed.open()) {
            browser.signIn();
            var page = browser.page;
            var market = new Market(topics);
            market.tick("BTC/USDT", 102.6, NOW.plusSeconds(40));
            assertThat(page.getByTestId("connection")).hasAttribute("data-state", "LIVE");

            page.route("**/api/events", route -> route.abort());
            cutEveryScreen();
            assertThat(page.getByTestId("connection"))
                    .hasAttribute("data-state", "DISCONNECTED", PATIENTLY);
            topics.publish(missed.fill);
            page.unroute("**/api/events");

            assertThat(row(page.getByTestId("fills"), "fill", "GAP/USDT"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
            market.tick("BTC/USDT", 102.7, NOW.plusSeconds(50));
            assertThat(page.getByTestId("connection"))
                    .hasAttribute("data-state", "LIVE", PATIENTLY);
        }
    }

    private void cutEveryScreen() {
        QuarkusTransaction.requiringNew()
                .call(() -> sessions.listAll())
                .forEach(session -> feed.cut(session.tokenHash));
    }

    @Test
    void goesBackToTheSignInWhenTheSessionEnds() {
        try (var browser = Browser.open(driver, 1440, 900)) {
            browser.signIn();
            browser.page.getByTestId("sign-out").click();

            assertThat(browser.page.getByTestId("sign-in")).isVisible();
        }
    }

    private static Locator row(Locator table, String testId, String text) {
        return table.getByTestId(testId)
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }
}
