package pro.cryptotrader.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.OrderEvent.OrderIntended;
import pro.cryptotrader.contracts.event.OrderEvent.OrderNotSent;
import pro.cryptotrader.contracts.event.OrderEvent.OrderRejected;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Topic;

/** An executor that stands still while another takes over, and then comes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FenceIT {
    private static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final String ACCOUNT = "fenced";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int FENCED_OUT = 17;

    private final Simulator venue;
    private Scene scene;

    FenceIT() throws IOException {
        venue = new Simulator();
        try (var first = new ExecutorProcess(venue, Map.of())) {
            first.isListening();
            scene = new Scene(ACCOUNT, venue, List.of(BTC));
        }
    }

    @BeforeAll
    void open() {
        scene.open(1);
    }

    @AfterAll
    void close() throws SQLException {
        scene.close();
        venue.close();
        ExecutorTables.forget();
    }

    /**
     * The first stands behind the last check, its request signed; the second stands before it; the
     * third holds its transaction open.
     */
    @ParameterizedTest
    @ValueSource(strings = {"before-send", "after-intent-commit", "before-intent-commit"})
    void whatItWasAboutToSendNeverReachesTheBook(String place) throws Exception {
        try (var old =
                new ExecutorProcess(
                        venue, Map.of("CRASH_POINT", "stop " + place + ":PLACE_ENTRY"))) {
            assertThat(old.isReconciled(ACCOUNT)).isTrue();
            var order = scene.buy(BTC, 1, 500, 3);
            await().atMost(SOON).until(() -> old.isStandingStill());

            try (var young = new ExecutorProcess(venue, Map.of())) {
                assertThat(young.isReconciled(ACCOUNT)).isTrue();
                assertThat(young.status(ACCOUNT).path("executorEpoch").asLong()).isPositive();
                old.signal("CONT");

                assertThat(old.diesWithin(SOON)).as("it notices and ends").isTrue();
                assertThat(old.exitCode()).isEqualTo(FENCED_OUT);
                if (place.equals("before-intent-commit")) {
                    // Nothing was intended: the verdict comes again, and the young one buys, once.
                    await().atMost(SOON).until(() -> bought(order) == 1);
                } else {
                    await().atMost(SOON).until(() -> isEnded(order));
                    assertThat(bought(order)).isZero();
                }
                assertThat(intended(order)).isEqualTo(1);
            }
        }
    }

    private long bought(OrderId order) {
        return StreamSupport.stream(venue.account(ACCOUNT).path("orders").spliterator(), false)
                .filter(each -> each.path("clientOrderId").asText().equals(order.clientOrderId()))
                .count();
    }

    private boolean isEnded(OrderId order) {
        return scene.log(Topic.ORDERS).stream()
                .filter(OrderEvent.class::isInstance)
                .map(OrderEvent.class::cast)
                .filter(event -> event.orderId().equals(order))
                .anyMatch(event -> event instanceof OrderRejected || event instanceof OrderNotSent);
    }

    private long intended(OrderId order) {
        return scene.log(Topic.ORDERS).stream()
                .filter(event -> event instanceof OrderIntended o && o.orderId().equals(order))
                .count();
    }
}
