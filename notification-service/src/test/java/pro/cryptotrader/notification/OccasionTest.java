package pro.cryptotrader.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.cryptotrader.contracts.config.NotificationType;
import pro.cryptotrader.contracts.event.AccountEvent;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.OrderEvent.OrderClosed;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;

class OccasionTest {
    private static final AccountId MAIN = new AccountId("main");
    private static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    @Test
    void anEntryThatWasFilledIsATrade() {
        var told = told(closed(OrderRole.ENTRY, "0.0031", "198.43813"));

        assertThat(told.type()).isEqualTo(NotificationType.TRADE_EXECUTED);
        assertThat(told.title()).isEqualTo("Bought BTC/USDT");
        assertThat(told.text()).isEqualTo("Bought 0.0031 BTC at 64,012.30 for 198.44 USDT (entry)");
    }

    @ParameterizedTest
    @CsvSource({"ENTRY, 0", "FOREIGN, 1"})
    void anOrderWithoutAFillAndOneOfSomebodyElseAreNoTrades(OrderRole role, String executed) {
        assertThat(find(closed(role, executed, "1"))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "TAKE_PROFIT, 1.234,  PROFIT_TARGET_REACHED, Profit target reached: +1.23 USDT",
        "STOP_LOSS,   -0.61,  STOP_LOSS_EXECUTED,    Stop-loss executed: -0.61 USDT"
    })
    void theLegThatClosesAPositionIsTold(
            OrderRole role, String result, NotificationType type, String text) {
        var told = told(position(PositionChanged.Status.CLOSED, role, result));

        assertThat(told.type()).isEqualTo(type);
        assertThat(told.text()).isEqualTo(text);
    }

    @Test
    void aCorrectedResultOfTheSamePositionIsTheSameNotification() {
        var first = told(position(PositionChanged.Status.CLOSED, OrderRole.STOP_LOSS, "-0.61"));
        var second = told(position(PositionChanged.Status.CLOSED, OrderRole.STOP_LOSS, "-0.62"));

        assertThat(second.id()).isEqualTo(first.id());
    }

    @Test
    void openPositionsAndThoseClosedByAnExitAreNotTold() {
        assertThat(find(position(PositionChanged.Status.OPEN, null, "0"))).isNull();
        assertThat(find(position(PositionChanged.Status.CLOSED, OrderRole.EXIT, "1"))).isNull();
    }

    @Test
    void anEmergencyStopIsToldOncePerEpoch() {
        var stopped = told(engine(EngineState.EMERGENCY_STOPPED, 7, 6));
        var confirmed = told(engine(EngineState.EMERGENCY_STOPPED, 7, 7));
        var again = told(engine(EngineState.EMERGENCY_STOPPED, 9, 8));

        assertThat(stopped.type()).isEqualTo(NotificationType.EMERGENCY_STOP);
        assertThat(confirmed.id()).isEqualTo(stopped.id());
        assertThat(again.id()).isNotEqualTo(stopped.id());
        assertThat(find(engine(EngineState.PAUSED, 10, 10))).isNull();
    }

    @Test
    void errorsAndLossWarningsOfTheLogAreTold() {
        var error = told(log(TradingLog.Level.ERROR, Map.of()));
        var warning = told(log(TradingLog.Level.WARNING, Map.of("type", "DAILY_LOSS_WARNING")));

        assertThat(error.type()).isEqualTo(NotificationType.SYSTEM_ERROR);
        assertThat(error.title()).isEqualTo("Error in risk-service");
        assertThat(warning.type()).isEqualTo(NotificationType.DAILY_LOSS_WARNING);
        assertThat(find(log(TradingLog.Level.WARNING, Map.of()))).isNull();
        assertThat(find(log(TradingLog.Level.INFO, Map.of()))).isNull();
    }

    private static Occasion told(AccountEvent event) {
        return Objects.requireNonNull(find(event));
    }

    private static @Nullable Occasion find(AccountEvent event) {
        return Occasion.of(Envelope.root(new UUID(0, 1), "test", NOON, event));
    }

    private static OrderClosed closed(OrderRole role, String executed, String worth) {
        return new OrderClosed(
                MAIN,
                OrderId.from(new UUID(0, 2), "entry"),
                BTC,
                role,
                OrderClosed.Outcome.FILLED,
                Quantity.of(executed),
                Money.of(worth),
                "executionReport 1",
                NOON);
    }

    private static PositionChanged position(
            PositionChanged.Status status, @Nullable OrderRole by, String realised) {
        return new PositionChanged(
                MAIN,
                BTC,
                3,
                status,
                Quantity.ZERO,
                Price.of("64000"),
                Money.ZERO,
                Price.of("64000"),
                Money.ZERO,
                Money.of(realised),
                null,
                false,
                NOON,
                null,
                by,
                NOON);
    }

    private static EngineStateChanged engine(EngineState state, long epoch, long confirmed) {
        return new EngineStateChanged(MAIN, state, epoch, confirmed, true, null, "crash", NOON);
    }

    private static TradingLog log(TradingLog.Level level, Map<String, String> data) {
        return new TradingLog(MAIN, level, "risk-service", "something happened", data, NOON);
    }
}
