package pro.cryptotrader.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Backtests from the page to the report, over everything in between. */
@Order(4)
@ExtendWith(GeneratedMarket.class)
class BacktestST {
    private static final Duration BOUND = Duration.ofMinutes(2);

    @Test
    void anOwnerTriesAConfigurationSeesItRunAndComparesItWithAnother(TradingPlatform platform) {
        var operator = platform.operator();
        platform.venue().speed(1);
        int before = operator.see("/backtests").size();
        try (var screen = Screen.open(platform, 1280, 900)) {
            // The form offers the week before market time, which is not today.
            await("market time is known")
                    .atMost(BOUND)
                    .until(() -> screen.text("market-time").endsWith("UTC"));
            screen.find("page-backtests").click();
            screen.find("backtest-symbols").fill("BTC/USDT, ETH/USDT");
            screen.find("backtest-interval").selectOption("5m");
            screen.find("backtest-candles").selectOption("5m");
            screen.mark();
            screen.find("backtest-start").click();
            awaitShown(screen, before + 1, "DONE");

            var report =
                    operator.see(
                            screen.attributes("backtest-report", "href")
                                    .getFirst()
                                    .replace("/api", "")
                                    .replace(".html", ".json"));
            assertThat(report.path("run").path("markets")).hasSize(2);
            assertThat(report.path("run").path("candles").asLong()).isGreaterThan(2_000);

            screen.find("backtest-kind").selectOption("OPTIMISE");
            screen.find("backtest-parameters").fill("stop_loss_pct=1,2");
            // Whether this market trades in a week is not the question here.
            screen.find("backtest-minTrades").fill("0");
            screen.find("backtest-start").click();
            awaitShown(screen, before + 2, "DONE");

            screen.find("backtest-choose").nth(0).check();
            screen.find("backtest-choose").nth(1).check();
            await("both curves")
                    .atMost(BOUND)
                    .until(() -> screen.attributes("compare", "data-curves").equals(List.of("2")));
            screen.screenshot("desktop-backtests");

            screen.find("backtest-parameters").fill("stop_loss_pct=0.5:5:0.01");
            screen.find("backtest-trials").fill("500");
            screen.find("backtest-start").click();
            awaitShown(screen, before + 3, "RUNNING");
            screen.find("backtest-cancel").first().click();
            awaitShown(screen, before + 3, "CANCELLED");

            assertThat(screen.isSamePage()).isTrue();
            assertThat(screen.errors()).isEmpty();
        } finally {
            platform.venue().speed(300);
        }
    }

    private static void awaitShown(Screen screen, int count, String state) {
        await("the latest of %d backtests is %s".formatted(count, state))
                .atMost(BOUND)
                .until(() -> {
                    var states = screen.attributes("backtest", "data-state");
                    return states.size() == count && states.getFirst().equals(state);
                });
    }
}
