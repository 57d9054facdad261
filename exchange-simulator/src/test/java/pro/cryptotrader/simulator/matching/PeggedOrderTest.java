package pro.cryptotrader.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.cryptotrader.simulator.matching.Desk.amount;
import static pro.cryptotrader.simulator.matching.Desk.limit;
import static pro.cryptotrader.simulator.matching.Desk.maker;
import static pro.cryptotrader.simulator.matching.Desk.refused;
import static pro.cryptotrader.simulator.matching.Desk.stop;
import static pro.cryptotrader.simulator.matching.Peg.Kind.MARKET_PEG;
import static pro.cryptotrader.simulator.matching.Peg.Kind.PRIMARY_PEG;
import static pro.cryptotrader.simulator.matching.Side.BUY;
import static pro.cryptotrader.simulator.matching.Side.SELL;

import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders whose price comes from the book. The market stands at 99.99 to 100. */
class PeggedOrderTest {
    private final Desk desk = new Desk();

    @ParameterizedTest
    @CsvSource({
        "BUY, PRIMARY_PEG, 99.99",
        "SELL, PRIMARY_PEG, 100",
        "BUY, MARKET_PEG, 100",
        "SELL, MARKET_PEG, 99.99",
    })
    void thePriceIsTheBestOnTheSideThatIsAskedFor(Side side, Peg.Kind kind, String price) {
        desk.enter(limit("a", side, "1", "0").pegged(kind));

        assertThat(Desk.plain(desk.order("a").terms().price())).isEqualTo(price);
        assertThat(desk.order("a").terms().statedPrice()).isZero();
    }

    @Test
    void anOffsetGoesDeeperIntoTheBookPriceByPrice() {
        desk.enter(limit("own", BUY, "1", "99.98"));
        desk.enter(limit("a", BUY, "1", "0").pegged(PRIMARY_PEG, 2));

        var prices = desk.engine.book(Desk.SYMBOL).levels(SELL, 3);
        assertThat(desk.order("a").terms().price()).isEqualTo(prices.get(2).price());
        refused(
                () -> new Desk(thin()).enter(limit("b", BUY, "1", "0").pegged(PRIMARY_PEG, 5)),
                -2010,
                "Order book liquidity is too low for this pegged order.");
    }

    private static Instrument thin() {
        return Desk.BTC.with(new Liquidity(5, 0, 0, amount("1000")));
    }

    @Test
    void theStatedPriceIsTheWorstThatIsAccepted() {
        desk.enter(limit("bound", BUY, "1", "99").pegged(PRIMARY_PEG));
        desk.enter(limit("free", BUY, "1", "101").pegged(PRIMARY_PEG));
        desk.enter(limit("sold", SELL, "1", "105").pegged(MARKET_PEG));

        assertThat(Desk.plain(desk.order("bound").terms().price())).isEqualTo("99");
        assertThat(Desk.plain(desk.order("free").terms().price())).isEqualTo("99.99");
        assertThat(Desk.plain(desk.order("sold").terms().price())).isEqualTo("105");
        assertThat(desk.order("sold").terms().statedPrice()).isEqualTo(amount("105"));
        refused(
                () -> desk.enter(limit("off", BUY, "1", "99.001").pegged(PRIMARY_PEG)),
                -1013,
                "Filter failure: PRICE_FILTER");
    }

    @Test
    void theBestOfferIsTakenAndOnlyThat() {
        desk.enter(limit("a", BUY, "100", "0", TimeInForce.IOC).pegged(MARKET_PEG));

        assertThat(desk.order("a").endReason()).isEqualTo("UNFILLED_IOC_QUANTITY_EXPIRED");
        assertThat(desk.engine.state().trades(_ -> true))
                .extracting(trade -> Desk.plain(trade.fill().price()))
                .containsOnly("100");
    }

    @Test
    void aStopTakesThePriceOfTheMomentItWakes() {
        desk.enter(stopLimit("a", SELL, "1", "98").pegged(MARKET_PEG));
        assertThat(desk.order("a").terms().awaitsPrice()).isTrue();

        desk.market("97", "1", true);

        assertThat(desk.order("a").terms().awaitsPrice()).isFalse();
        assertThat(desk.engine.state().trades(_ -> true))
                .extracting(trade -> Desk.plain(trade.fill().price()))
                .containsExactly("97");
    }

    @Test
    void aBuyingStopLocksWhatItsPriceTurnsOutToCost() {
        desk.enter(stopLimit("a", BUY, "10", "102").pegged(PRIMARY_PEG));
        assertThat(desk.holding("USDT")).isEqualTo("8980 free, 1020 locked");

        desk.market("110", "1", false);

        assertThat(desk.order("a").resting()).isTrue();
        assertThat(desk.holding("USDT")).isEqualTo("8900.1 free, 1099.9 locked");
        desk.cancel(1);
        assertThat(desk.holding("USDT")).isEqualTo("10000 free, 0 locked");
    }

    @Test
    void aBuyingStopThatHasBecomeTooDearIsRejectedWhenItWakes() {
        desk.enter(stopLimit("a", BUY, "98", "102").pegged(PRIMARY_PEG));

        desk.market("110", "1", false);

        assertThat(desk.order("a").endReason()).isEqualTo("REJECTED");
        assertThat(desk.holding("USDT")).isEqualTo("10000 free, 0 locked");
    }

    @Test
    void bothLegsOfAPairCanBePegged() {
        desk.enter(
                ListKind.OCO,
                maker("up", SELL, "1", "0").pegged(PRIMARY_PEG, 3),
                stopLimit("down", SELL, "1", "98").pegged(MARKET_PEG));

        assertThat(desk.order("up").terms().price()).isGreaterThan(amount("100"));
        desk.market("97", "1", true);
        assertThat(desk.order("up").endReason()).isEqualTo("OCO_TRIGGER");
        assertThat(desk.order("down").status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void aPendingOrderTakesThePriceOfTheMomentItIsPlaced() {
        desk.enter(
                ListKind.OTO,
                limit("in", BUY, "1", "99"),
                maker("out", SELL, "1", "0").pegged(PRIMARY_PEG));
        assertThat(desk.order("out").terms().awaitsPrice()).isTrue();

        desk.market("98", "1", true);

        assertThat(Desk.plain(desk.order("out").terms().price())).isEqualTo("98.01");
        assertThat(desk.order("out").status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void whatCannotBePeggedIsRefused() {
        refused(
                () -> desk.enter(stop("a", SELL, "1", "98").pegged(PRIMARY_PEG)),
                -2010,
                "This order type may not use pegged price.");
        refused(
                () -> desk.enter(maker("a", SELL, "1", "0").pegged(MARKET_PEG)),
                -2010,
                "This price peg cannot be used with this order type.");
        refused(
                () -> desk.enter(limit("a", SELL, "1", "0", TimeInForce.IOC).pegged(PRIMARY_PEG)),
                -2010,
                "Unsupported order combination");
        var plain =
                new Abilities(
                        EnumSet.allOf(OrderType.class),
                        true,
                        true,
                        true,
                        true,
                        true,
                        true,
                        true,
                        true,
                        false,
                        StpMode.EXPIRE_MAKER,
                        EnumSet.allOf(StpMode.class));
        var unpegged = new Desk(Desk.BTC.with(plain, Optional.empty()));
        refused(
                () -> unpegged.enter(limit("a", SELL, "1", "0").pegged(PRIMARY_PEG)),
                -2010,
                "Pegged orders are not supported for this symbol.");
    }

    private static Terms stopLimit(String id, Side side, String quantity, String stopPrice) {
        return Terms.of(id, side, OrderType.STOP_LOSS_LIMIT, quantity).stop(stopPrice);
    }
}
