package pro.cryptotrader.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import pro.cryptotrader.runner.Component;

/**
 * Processes die in the middle of trading; no order is lost or doubled, by the venue's own books.
 */
@Order(5)
@ExtendWith(GeneratedMarket.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestartST {
    @BeforeEach
    void tradeOften(TradingPlatform platform) {
        // A little of everything, since positions of one symbol come one after the other.
        platform.operator().tradeOften("BTC/USDT", "ETH/USDT", "BNB/USDT", "SOL/USDT", "XRP/USDT");
        platform.operator().ensureRunning();
        platform.awaitTrades(platform.book().trades().size());
    }

    @Test
    @Order(1)
    void everyServiceIsKilledInTurnWhileTrading(TradingPlatform platform) throws Exception {
        for (var service : Component.services()) {
            platform.killAndAwait(service);
        }

        assertTradingGoesOnAndTheBooksAgree(platform);
    }

    @Test
    @Order(2)
    void theBrokerIsKilledWhileTrading(TradingPlatform platform) throws Exception {
        platform.killAndAwait(Component.KAFKA);
        platform.processes().awaitReady(Duration.ofMinutes(2));

        assertTradingGoesOnAndTheBooksAgree(platform);
    }

    @Test
    @Order(3)
    void theVenueGoesAwayWhileTradingAndComesBack(TradingPlatform platform) throws Exception {
        platform.killAndAwait(Component.SIMULATOR);
        platform.processes().awaitReady(Duration.ofMinutes(2));

        assertTradingGoesOnAndTheBooksAgree(platform);
    }

    @Test
    @Order(4)
    void everythingIsKilledAtOnceWhileTrading(TradingPlatform platform) throws Exception {
        for (var component : Component.all()) {
            if (component != Component.SIMULATOR) {
                platform.processes().kill(component);
            }
        }
        platform.processes().awaitReady(Duration.ofMinutes(3));

        assertTradingGoesOnAndTheBooksAgree(platform);
    }

    @Test
    @Order(5)
    void everythingIsStoppedInOrderAndStartedAgain(TradingPlatform platform) throws Exception {
        var before = platform.book().trades().size();

        platform.restart();

        assertThat(platform.book().trades()).hasSizeGreaterThanOrEqualTo(before);
        assertTradingGoesOnAndTheBooksAgree(platform);
    }

    private static void assertTradingGoesOnAndTheBooksAgree(TradingPlatform platform) {
        platform.awaitTrades(platform.book().trades().size());
        platform.operator().commandUntil("PAUSE", false, "PAUSED");
        platform.awaitAgreement();
    }
}
