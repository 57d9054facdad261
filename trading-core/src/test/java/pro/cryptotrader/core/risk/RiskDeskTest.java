package pro.cryptotrader.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.cryptotrader.core.risk.RiskSamples.*;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pro.cryptotrader.contracts.event.Denial;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.InstrumentListed;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.event.RiskCheck;
import pro.cryptotrader.contracts.event.RiskVerdict.Approved;
import pro.cryptotrader.contracts.event.RiskVerdict.Denied;
import pro.cryptotrader.contracts.event.Signal.SignalType;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.core.Decision;

class RiskDeskTest {
    private static final OrderId BUY_ORDER = OrderId.from(SIGNAL, "order|main|BUY");
    private static final OrderId SELL_ORDER = OrderId.from(SIGNAL, "order|main|SELL");

    private final RiskDesk desk = new RiskDesk();

    @Test
    void approvesAnEntryWithSizeLimitAndProtectionAndReservesItsCash() {
        var account = running();

        var decision = desk.decide(account, market(), SIGNAL, buy(BTC, "50000", 80));

        // 2 % of 10,000 is 200; at worst 50,100 a piece that is 0.003992..., floored to the step.
        var verdict =
                new Approved(
                        MAIN,
                        SIGNAL,
                        BUY_ORDER,
                        BTC,
                        Side.BUY,
                        Quantity.of("0.00399"),
                        Price.of("50000"),
                        Price.of("50100"),
                        new Protection(Price.of("49500"), Price.of("51000")),
                        EXPIRY,
                        2,
                        1,
                        List.of(
                                new RiskCheck("engine-running", true, "RUNNING", "RUNNING"),
                                new RiskCheck("trading-enabled", true, "on", "on"),
                                new RiskCheck("confidence", true, "80", "at least 55"),
                                new RiskCheck(
                                        "signal-fresh",
                                        true,
                                        "2026-03-02T14:05:01Z",
                                        "before 2026-03-02T14:10:00Z"),
                                new RiskCheck("instrument-known", true, "known", "known"),
                                new RiskCheck(
                                        "price-known", true, "49999.99 / 50000", "bid and ask"),
                                new RiskCheck("funds-known", true, "USDT", "USDT"),
                                new RiskCheck("feed-live", true, "live", "live"),
                                new RiskCheck(
                                        "price-fresh",
                                        true,
                                        "2026-03-02T14:05:01Z",
                                        "not before 2026-03-02T14:00:00Z"),
                                new RiskCheck("symbol-tradable", true, "trading", "trading"),
                                new RiskCheck("price-near-signal", true, "50000", "50000 ± 0.5 %"),
                                new RiskCheck("one-position-per-symbol", true, "none", "none"),
                                new RiskCheck("max-positions", true, "0", "fewer than 5"),
                                new RiskCheck("daily-loss", true, "0.00 %", "less than 3.00 %"),
                                new RiskCheck("minimum-balance", true, "10000", "more than 10"),
                                new RiskCheck("affordable", true, "9990", "at best 200"),
                                new RiskCheck("worth-trading", true, "197.01", "at least 5")));
        var log =
                new TradingLog(
                        MAIN,
                        TradingLog.Level.INFO,
                        "risk-service",
                        "Buying 0.00399 BTC/USDT at 50100 or less, stop-loss 49500, take-profit 51000",
                        Map.of(
                                "symbol", "BTC/USDT",
                                "side", "BUY",
                                "signalId", SIGNAL.toString(),
                                "orderId", BUY_ORDER.toString(),
                                "confidence", "80"),
                        NOW);
        var reservation = new Reservation(BTC, Money.of("199.899"), EXPIRY, false, 0, null);
        assertThat(decision)
                .isEqualTo(
                        new Decision<>(
                                account.with(BUY_ORDER, reservation), List.of(verdict, log)));
    }

    @Test
    void deniesWithTheFirstRuleThatSaysNoAndShowsTheOnesBeforeIt() {
        var account = running();

        var decision = desk.decide(account, market(), SIGNAL, buy(BTC, "50000", 54));

        var denial =
                new Denial(
                        Denial.Code.LOW_CONFIDENCE,
                        "confidence is 54; BALANCED asks for 55",
                        Map.of("confidence", "54", "minimum", "55", "mode", "BALANCED"));
        assertThat(decision)
                .isEqualTo(
                        new Decision<>(
                                account,
                                List.of(
                                        new Denied(
                                                MAIN,
                                                SIGNAL,
                                                BTC,
                                                Side.BUY,
                                                denial,
                                                NOW,
                                                List.of(
                                                        new RiskCheck(
                                                                "engine-running",
                                                                true,
                                                                "RUNNING",
                                                                "RUNNING"),
                                                        new RiskCheck(
                                                                "trading-enabled",
                                                                true,
                                                                "on",
                                                                "on"),
                                                        new RiskCheck(
                                                                "confidence",
                                                                false,
                                                                "54",
                                                                "at least 55"))),
                                        new TradingLog(
                                                MAIN,
                                                TradingLog.Level.INFO,
                                                "risk-service",
                                                "BTC/USDT not bought: confidence is 54; BALANCED asks for 55",
                                                Map.of(
                                                        "symbol", "BTC/USDT",
                                                        "side", "BUY",
                                                        "signalId", SIGNAL.toString(),
                                                        "code", "LOW_CONFIDENCE"),
                                                NOW))));
    }

    @Test
    void saysWhyItDidNotTradeWhileTheEngineStandsButDoesNotFillTheLogWithIt() {
        var decision =
                desk.decide(
                        in(EngineState.STOPPED, running()),
                        market(),
                        SIGNAL,
                        buy(BTC, "50000", 80));

        assertThat(decision.events())
                .containsExactly(
                        new Denied(
                                MAIN,
                                SIGNAL,
                                BTC,
                                Side.BUY,
                                new Denial(
                                        Denial.Code.ENGINE_NOT_RUNNING,
                                        "the engine is STOPPED",
                                        Map.of("state", "STOPPED")),
                                NOW,
                                List.of(
                                        new RiskCheck(
                                                "engine-running", false, "STOPPED", "RUNNING"))));
    }

    @ParameterizedTest
    @EnumSource(EngineState.class)
    void sellsAWholePositionInEveryStateOfTheEngineAndBeyondEveryLimit(EngineState state) {
        var limits = limits("3", 1, "20000");
        var broke = funds("0", "100", "10000", 1);
        var account =
                in(
                        state,
                        learning(
                                running(config(4, false, limits), broke),
                                open(BTC, 3, "0.003986014")));

        var decision = desk.decide(account, market(), SIGNAL, sell(BTC, "50000", 1));

        assertThat(decision.state()).isEqualTo(account);
        assertThat(decision.events().getFirst())
                .isEqualTo(
                        new Approved(
                                MAIN,
                                SIGNAL,
                                SELL_ORDER,
                                BTC,
                                Side.SELL,
                                Quantity.of("0.00398"),
                                Price.of("49999.99"),
                                null,
                                null,
                                EXPIRY,
                                7,
                                4,
                                List.of(
                                        new RiskCheck("position-held", true, "open", "open"),
                                        new RiskCheck(
                                                "signal-fresh",
                                                true,
                                                "2026-03-02T14:05:01Z",
                                                "before 2026-03-02T14:10:00Z"),
                                        new RiskCheck(
                                                "instrument-known", true, "known", "known"))));
        assertThat(decision.events()).hasSize(2);
    }

    @Test
    void sellsAtTheSignalsPriceWhenTheFeedIsSilent() {
        var account = learning(running(), open(BTC, 1, "0.004"));
        var silent = new SymbolMarket(null, bitcoin().instrument(), true, false);

        var decision =
                desk.decide(account, MarketView.of(BTC, silent), SIGNAL, sell(BTC, "48000", 80));

        assertThat(decision.events().getFirst())
                .isInstanceOfSatisfying(
                        Approved.class,
                        verdict ->
                                assertThat(verdict.referencePrice()).isEqualTo(Price.of("48000")));
    }

    @Test
    void deniesASaleOfNothing() {
        var account = learning(running(), open(BTC, 1, "0.004"), closed(BTC, 1));

        var decision = desk.decide(account, market(), SIGNAL, sell(BTC, "50000", 80));

        assertThat(decision.events())
                .containsExactly(
                        new Denied(
                                MAIN,
                                SIGNAL,
                                BTC,
                                Side.SELL,
                                new Denial(
                                        Denial.Code.NO_POSITION,
                                        "no position in BTC/USDT is open",
                                        new TreeMap<>()),
                                NOW,
                                List.of(new RiskCheck("position-held", false, "none", "open"))));
    }

    @Test
    void deniesASaleThatTheVenueWouldNotTake() {
        var account = learning(running(), open(BTC, 1, "0.000009"));

        assertThat(denial(account, market(), SignalType.SELL))
                .isEqualTo(
                        new Denial(
                                Denial.Code.TOO_SMALL,
                                "0.000009 is held and the venue takes no less than 0.00001",
                                Map.of("held", "0.000009", "minQuantity", "0.00001")));
    }

    @Test
    void isSilentAboutSignalsThatAreNoneOfTheAccountsBusiness() {
        var account = running();
        var otherSymbol = buy(DOGE, "0.1", 80);
        var hold = signal(BTC, SignalType.HOLD, "50000", 80, EXPIRY);
        var unconfigured = AccountRisk.unknown(MAIN);

        assertThat(desk.decide(account, market(), SIGNAL, otherSymbol))
                .isEqualTo(Decision.quiet(account));
        assertThat(desk.decide(account, market(), SIGNAL, hold)).isEqualTo(Decision.quiet(account));
        assertThat(desk.decide(unconfigured, market(), SIGNAL, buy(BTC, "50000", 80)))
                .isEqualTo(Decision.quiet(unconfigured));
    }

    @Test
    void sellsAPositionInASymbolThatIsNoLongerTraded() {
        var account = learning(running(), open(DOGE, 1, "100"));
        var dogecoin =
                SymbolMarket.UNKNOWN.with(
                        new InstrumentListed(instrument(DOGE, "0.0001", "1", "5"), NOW));

        var decision =
                desk.decide(account, MarketView.of(DOGE, dogecoin), SIGNAL, sell(DOGE, "0.1", 80));

        assertThat(decision.events().getFirst()).isInstanceOf(Approved.class);
    }

    private Denial denial(AccountRisk account, MarketView market, SignalType type) {
        var events =
                desk.decide(account, market, SIGNAL, signal(BTC, type, "50000", 80, EXPIRY))
                        .events();
        return ((Denied) events.getFirst()).reason();
    }
}
