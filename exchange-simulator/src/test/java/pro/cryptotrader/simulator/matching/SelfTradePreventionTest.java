package pro.cryptotrader.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static pro.cryptotrader.simulator.matching.Desk.amount;
import static pro.cryptotrader.simulator.matching.Desk.limit;
import static pro.cryptotrader.simulator.matching.Desk.market;
import static pro.cryptotrader.simulator.matching.Desk.refused;
import static pro.cryptotrader.simulator.matching.Side.BUY;
import static pro.cryptotrader.simulator.matching.Side.SELL;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scenarios are those of Binance's STP FAQ; the market is out of their way, at 0.5 and 2. */
class SelfTradePreventionTest {
    private static final Instrument WIDE =
            Instrument.of(
                            Desk.SYMBOL,
                            "BTC",
                            "USDT",
                            List.of(
                                    new Filter.PriceFilter(0, 0, amount("0.01")),
                                    new Filter.LotSize(
                                            amount("0.001"), amount("9000"), amount("0.001"))),
                            new Liquidity(1, amount("0.75"), 0, 1))
                    .with(
                            Abilities.ALL.withStp(StpMode.NONE, EnumSet.allOf(StpMode.class)),
                            Optional.empty());
    private final Desk desk = new Desk(WIDE);

    @BeforeEach
    void theMarketIsOutOfTheWay() {
        desk.market("2", "1", false);
        desk.open("bob");
    }

    @Test
    void scenarioANoPrevention() {
        desk.enter(limit("m", BUY, "1", "1").stp(StpMode.NONE));

        assertThat(desk.enter(limit("t", SELL, "1", "1").stp(StpMode.NONE)))
                .containsExactly("t NEW NEW", "t TRADE FILLED 1 @ 1", "m TRADE FILLED 1 @ 1");
        assertThat(desk.order("m").status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void scenarioBExpireMaker() {
        threeMakers();

        assertThat(desk.enter(limit("t", SELL, "3", "1").stp(StpMode.EXPIRE_MAKER)))
                .containsExactly(
                        "t NEW NEW",
                        "m1 TRADE_PREVENTION EXPIRED_IN_MATCH -1.2",
                        "m2 TRADE_PREVENTION EXPIRED_IN_MATCH -1.3",
                        "m3 TRADE_PREVENTION EXPIRED_IN_MATCH -8.1");
        assertThat(desk.order("t").status()).isEqualTo(OrderStatus.NEW);
        assertThat(desk.order("t").progress().prevented()).isZero();
        assertThat(desk.engine.state().preventions(_ -> true))
                .extracting(
                        Prevention::matchId,
                        Prevention::makerOrderId,
                        Prevention::price,
                        Prevention::makerQuantity,
                        Prevention::takerQuantity)
                .containsExactly(
                        tuple(0L, 1L, amount("1.2"), amount("1.2"), 0L),
                        tuple(1L, 2L, amount("1.1"), amount("1.3"), 0L),
                        tuple(2L, 3L, amount("1"), amount("8.1"), 0L));
        assertThat(desk.holding("USDT")).isEqualTo("10000 free, 0 locked");
    }

    @Test
    void scenarioCExpireTaker() {
        threeMakers();

        assertThat(desk.enter(limit("t", SELL, "3", "1").stp(StpMode.EXPIRE_TAKER)))
                .containsExactly("t NEW NEW", "t TRADE_PREVENTION EXPIRED_IN_MATCH -3");
        assertThat(desk.order("m1").status()).isEqualTo(OrderStatus.NEW);
        assertThat(desk.order("t").progress().preventedMatchId()).isZero();
        assertThat(desk.holding("BTC")).isEqualTo("10 free, 0 locked");
    }

    @Test
    void scenarioDExpireBoth() {
        desk.enter(limit("m", BUY, "1", "1").stp(StpMode.NONE));

        assertThat(desk.enter(limit("t", SELL, "3", "1").stp(StpMode.EXPIRE_BOTH)))
                .containsExactly(
                        "t NEW NEW",
                        "t TRADE_PREVENTION EXPIRED_IN_MATCH -3",
                        "m TRADE_PREVENTION EXPIRED_IN_MATCH -1");
    }

    @Test
    void scenarioETheTakersModeRules() {
        desk.enter(limit("m", BUY, "1", "1").stp(StpMode.EXPIRE_MAKER));

        assertThat(desk.enter(limit("t", SELL, "1", "1").stp(StpMode.EXPIRE_TAKER)))
                .containsExactly("t NEW NEW", "t TRADE_PREVENTION EXPIRED_IN_MATCH -1");
        assertThat(desk.order("m").status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void scenarioFAMarketOrderIsLeftWithoutLiquidity() {
        desk.enter(limit("m", BUY, "1", "1").stp(StpMode.NONE));

        assertThat(desk.enter(market("t", SELL, "1").stp(StpMode.EXPIRE_MAKER)))
                .containsExactly(
                        "t NEW NEW",
                        "m TRADE_PREVENTION EXPIRED_IN_MATCH -1",
                        // The market always buys a lot.
                        "t TRADE PARTIALLY_FILLED 0.001 @ 0.5",
                        "t EXPIRED EXPIRED INSUFFICIENT_LIQUIDITY");
    }

    @Test
    void scenarioGDecrement() {
        desk.enter(limit("m", BUY, "6", "2").stp(StpMode.NONE).price("1.99"));

        assertThat(desk.enter(limit("t", SELL, "2", "1.99").stp(StpMode.DECREMENT)))
                .containsExactly(
                        "t NEW NEW",
                        "t TRADE_PREVENTION EXPIRED_IN_MATCH -2",
                        "m TRADE_PREVENTION NEW -2");
        var maker = desk.order("m");
        assertThat(maker.progress().prevented()).isEqualTo(amount("2"));
        assertThat(maker.remaining()).isEqualTo(amount("4"));
        assertThat(desk.holding("USDT")).isEqualTo("9992.04 free, 7.96 locked");
    }

    @Test
    void scenarioHTransferBetweenAccountsOfOneGroup() {
        for (var account : List.of("maker", "taker")) {
            desk.engine.open(
                    account, Map.of("BTC", amount("20000"), "USDT", amount("20000")), desk.now());
            desk.settle(account, false, 1);
        }
        desk.market("0.3", "1", false);
        desk.enter("maker", limit("m", BUY, "0.6", "0.2").stp(StpMode.TRANSFER));

        assertThat(desk.enter("taker", limit("t", SELL, "0.2", "0.2").stp(StpMode.TRANSFER)))
                .containsExactly(
                        "t NEW NEW",
                        "t TRADE_PREVENTION EXPIRED_IN_MATCH -0.2",
                        "m TRADE_PREVENTION NEW -0.2");
        assertThat(desk.holding("maker", "BTC")).isEqualTo("20000.2 free, 0 locked");
        assertThat(desk.holding("maker", "USDT")).isEqualTo("19999.88 free, 0.08 locked");
        assertThat(desk.holding("taker", "BTC")).isEqualTo("19999.8 free, 0 locked");
        assertThat(desk.holding("taker", "USDT")).isEqualTo("20000.04 free, 0 locked");
    }

    @Test
    void aTransferThatOnlyTheTakerWantsIsADecrement() {
        desk.settle("ann", false, 7);
        desk.settle("bob", false, 7);
        desk.enter(limit("m", BUY, "3", "1").stp(StpMode.EXPIRE_MAKER));

        assertThat(desk.enter("bob", limit("t", SELL, "1", "1").stp(StpMode.TRANSFER)))
                .containsExactly(
                        "t NEW NEW",
                        "t TRADE_PREVENTION EXPIRED_IN_MATCH -1",
                        "m TRADE_PREVENTION NEW -1");
        assertThat(desk.holding("bob", "BTC")).isEqualTo("10 free, 0 locked");
    }

    @Test
    void strangersTradeWhateverTheirModes() {
        desk.enter(limit("m", BUY, "1", "1").stp(StpMode.EXPIRE_BOTH));

        assertThat(desk.enter("bob", limit("t", SELL, "1", "1").stp(StpMode.EXPIRE_BOTH)))
                .containsExactly("t NEW NEW", "t TRADE FILLED 1 @ 1", "m TRADE FILLED 1 @ 1");
    }

    @Test
    void aListEndsWhenItsWorkingOrderExpiresInMatch() {
        desk.enter(
                ListKind.OTO,
                limit("m", BUY, "1", "1").stp(StpMode.NONE),
                limit("later", SELL, "1", "1.5"));

        assertThat(desk.enter(limit("t", SELL, "1", "1").stp(StpMode.EXPIRE_MAKER)))
                .containsExactly(
                        "t NEW NEW",
                        "m TRADE_PREVENTION EXPIRED_IN_MATCH -1",
                        "later EXPIRED EXPIRED OTO_PHASE_ONE_EXPIRED",
                        "list ALL_DONE");
    }

    @Test
    void aFillOrKillOrderDoesNotCountWhatItMayNotTake() {
        desk.enter(limit("m", BUY, "1", "1"));

        assertThat(
                        desk.enter(
                                limit("t", SELL, "1", "1", TimeInForce.FOK)
                                        .stp(StpMode.EXPIRE_TAKER)))
                .containsExactly("t NEW NEW", "t EXPIRED EXPIRED UNFILLED_FOK_ORDER_EXPIRED");
    }

    @Test
    void whatIsOnlySweptAsideDoesNotCountWhenAMarketOrderIsPaidFor() {
        desk.engine.open("poor", Map.of("USDT", amount("2")), desk.now());
        desk.enter("poor", limit("m", BUY, "1", "1").stp(StpMode.NONE));
        desk.enter("bob", limit("dear", SELL, "1", "1.5"));
        desk.settle("poor", false, 3);
        desk.settle("ann", false, 3);
        desk.enter(limit("cheap", SELL, "1", "1.2"));

        // Without the group's own order it would cost 1.5, and only 1 is free.
        refused(
                () -> desk.enter("poor", market("t", BUY, "1").stp(StpMode.EXPIRE_MAKER)),
                -2010,
                "Account has insufficient balance for requested action.");
    }

    @Test
    void aModeThatTheSymbolDoesNotAllowIsRefused() {
        refused(
                () -> new Desk().enter(limit("m", BUY, "1", "99").stp(StpMode.TRANSFER)),
                -1013,
                "This symbol does not allow the specified self-trade prevention mode.");
    }

    private void threeMakers() {
        desk.enter(limit("m1", BUY, "1.2", "1.2").stp(StpMode.NONE));
        desk.enter(limit("m2", BUY, "1.3", "1.1").stp(StpMode.NONE));
        desk.enter(limit("m3", BUY, "8.1", "1").stp(StpMode.NONE));
    }
}
