package pro.cryptotrader.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.cryptotrader.simulator.matching.Desk.maker;
import static pro.cryptotrader.simulator.matching.Side.BUY;
import static pro.cryptotrader.simulator.matching.Side.SELL;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scenarios A to E are those of Binance's trailing stop FAQ. */
class TrailingStopTest {
    private final Desk desk = new Desk(Desk.BTC.with(Liquidity.of(0, Desk.amount("1000000"))));

    @BeforeEach
    void theMarketIsAtFortyThousand() {
        desk.market("40000", "1", false);
    }

    @Test
    void scenarioAStopLossLimitBuyAfterActivation() {
        desk.enter(order(OrderType.STOP_LOSS_LIMIT, BUY, "45000", 500).stop("44000"));

        assertThat(desk.walk("39000", "38000", "37000", "40000", "43999.99")).isEmpty();
        assertThat(desk.order("a").station().trailingTime()).isEqualTo(-1);
        assertThat(desk.walk("44000")).containsExactly("trails 44000");
        assertThat(desk.order("a").station().trailingTime()).isPositive();
        assertThat(desk.walk("45000", "46000")).isEmpty();
        assertThat(desk.walk("44500", "43000", "42000")).containsExactly("trails 42000");
        assertThat(desk.walk("43000", "44099.99")).isEmpty();
        assertThat(desk.walk("44100")).containsExactly("a NEW NEW", "a TRADE FILLED 0.1 @ 44100");
    }

    @Test
    void scenarioBStopLossLimitSellAfterActivation() {
        desk.enter(order(OrderType.STOP_LOSS_LIMIT, SELL, "38000", 1000).stop("39000"));

        assertThat(desk.walk("41000", "41500", "40000", "39000.01")).isEmpty();
        assertThat(desk.walk("39000")).containsExactly("trails 39000");
        assertThat(desk.walk("38000", "37000")).isEmpty();
        assertThat(desk.walk("39000", "40000", "41000")).containsExactly("trails 41000");
        assertThat(desk.walk("38000", "36900.01")).isEmpty();
        assertThat(desk.walk("36900")).containsExactly("a NEW NEW");
        assertThat(desk.order("a").resting()).isTrue();
    }

    @Test
    void scenarioCTakeProfitLimitBuyAfterActivation() {
        desk.enter(order(OrderType.TAKE_PROFIT_LIMIT, BUY, "38500", 850).stop("38000"));

        assertThat(desk.walk("41000", "42000", "39000")).isEmpty();
        assertThat(desk.walk("38000")).containsExactly("trails 38000");
        assertThat(desk.walk("37500", "37000")).containsExactly("trails 37000");
        assertThat(desk.walk("38000", "39000", "38000", "40144.99")).isEmpty();
        assertThat(desk.walk("40145")).containsExactly("a NEW NEW");
        assertThat(desk.order("a").resting()).isTrue();
    }

    @Test
    void scenarioDTakeProfitLimitSellAfterActivation() {
        desk.enter(order(OrderType.TAKE_PROFIT_LIMIT, SELL, "41000", 750).stop("42000"));

        assertThat(desk.walk("41000", "41500", "40000", "39000", "41999.99")).isEmpty();
        assertThat(desk.walk("42000")).containsExactly("trails 42000");
        assertThat(desk.walk("44000", "45000")).containsExactly("trails 45000");
        assertThat(desk.walk("44000")).isEmpty();
        assertThat(desk.walk("46500")).containsExactly("trails 46500");
        assertThat(desk.walk("44000", "43012.51")).isEmpty();
        assertThat(desk.walk("43012.5"))
                .containsExactly("a NEW NEW", "a TRADE FILLED 0.1 @ 43012.49");
    }

    @Test
    void scenarioEStopLossLimitSellWithoutAStopPrice() {
        desk.enter(order(OrderType.STOP_LOSS_LIMIT, SELL, "39000", 700));

        assertThat(desk.order("a").station().trailingTime()).isPositive();
        assertThat(desk.walk("41000", "42000")).containsExactly("trails 42000");
        assertThat(desk.walk("41000", "39500")).isEmpty();
        assertThat(desk.walk("43000", "45500")).containsExactly("trails 45500");
        assertThat(desk.walk("43000", "42315.01")).isEmpty();
        assertThat(desk.walk("42315"))
                .containsExactly("a NEW NEW", "a TRADE FILLED 0.1 @ 42314.99");
    }

    @ParameterizedTest
    @CsvSource({
        // type, side, stop price, the market goes there, almost triggers, triggers
        "STOP_LOSS, BUY, 0, 39000, 40949.99, 40950",
        "STOP_LOSS, BUY, 41000, 41000, 43049.99, 43050",
        "STOP_LOSS, SELL, 0, 41000, 38950.01, 38950",
        "STOP_LOSS, SELL, 39000, 39000, 37050.01, 37050",
        "TAKE_PROFIT, BUY, 0, 39000, 40949.99, 40950",
        "TAKE_PROFIT, BUY, 39000, 39000, 40949.99, 40950",
        "TAKE_PROFIT, SELL, 0, 41000, 38950.01, 38950",
        "TAKE_PROFIT, SELL, 41000, 41000, 38950.01, 38950",
    })
    void everyTypeTrailsWithAndWithoutActivation(
            OrderType type, Side side, String stop, String best, String almost, String trigger) {
        desk.enter(Terms.of("a", side, type, "0.1").trailing(500).stop(stop));

        assertThat(desk.walk(best)).containsExactly("trails " + best);
        assertThat(desk.walk(almost)).isEmpty();
        assertThat(desk.walk(trigger))
                .startsWith(
                        "a NEW NEW",
                        "a TRADE FILLED 0.1 @ "
                                + (side == BUY
                                        ? trigger
                                        : Desk.plain(Desk.amount(trigger) - 1_000_000)));
    }

    @Test
    void aTrailingLegEndsItsPairWhenItTriggers() {
        desk.enter(
                ListKind.OCO,
                maker("up", SELL, "0.1", "50000"),
                Terms.of("down", SELL, OrderType.STOP_LOSS, "0.1").trailing(1000));

        desk.walk("41000", "42000");

        assertThat(desk.walk("37800"))
                .containsExactly(
                        "up EXPIRED EXPIRED OCO_TRIGGER",
                        "down NEW NEW",
                        "down TRADE FILLED 0.1 @ 37799.99",
                        "list ALL_DONE");
    }

    @Test
    void theHighWaterMarkSurvivesARestart() {
        desk.enter(order(OrderType.STOP_LOSS_LIMIT, SELL, "39000", 700));
        var facts = desk.engine.trade(Desk.SYMBOL, Desk.amount("45500"), 1, false, desk.now());
        assertThat(facts).hasSize(1);

        assertThat(desk.order("a").station().extreme()).isEqualTo(Desk.amount("45500"));
        assertThat(facts.getFirst()).isInstanceOf(Fact.StopTrailed.class);
    }

    private static Terms order(OrderType type, Side side, String price, int delta) {
        return Terms.of("a", side, type, "0.1").price(price).trailing(delta);
    }
}
