package pro.cryptotrader.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.cryptotrader.simulator.matching.Desk.amount;
import static pro.cryptotrader.simulator.matching.Desk.market;
import static pro.cryptotrader.simulator.matching.Side.BUY;
import static pro.cryptotrader.simulator.matching.Side.SELL;

import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.simulator.matching.Commission.Discount;
import pro.cryptotrader.simulator.matching.Commission.Rates;

/** The numbers are those of Binance's commission FAQ: 0.49975 BTC sold at 35,000 USDT. */
class CommissionTest {
    private static final Rates STANDARD =
            rates("0.00000010", "0.00000020", "0.00000030", "0.00000040");
    private static final Rates SPECIAL = rates("0.01", "0.02", "0.03", "0.04");
    private static final Rates TAX = rates("0.00000112", "0.00000114", "0.00000118", "0.00000116");
    private static final Discount QUARTER = new Discount(true, "BNB", amount("0.25"), true);
    private static final long NOTIONAL = amount("17491.25");
    private static final long BNB_PRICE = amount("260");

    @Test
    void standardTaxAndSpecialCommissionAreThoseOfTheFaq() {
        assertThat(only(STANDARD, RoundingMode.FLOOR)).isEqualTo(amount("0.01049475"));
        assertThat(special().full(NOTIONAL, SELL, false, 8)).isEqualTo(amount("1049.475"));
        // The FAQ shows 0.0402298750 with eight decimals, rounded up; we cut unless told otherwise.
        assertThat(only(TAX, RoundingMode.FLOOR)).isEqualTo(amount("0.04022987"));
        assertThat(only(TAX, RoundingMode.HALF_UP)).isEqualTo(amount("0.04022988"));
    }

    @Test
    void allThreeAddUp() {
        assertThat(faq(QUARTER).full(NOTIONAL, SELL, false, 8)).isEqualTo(amount("1049.52572462"));
        assertThat(faq(QUARTER).full(NOTIONAL, SELL, true, 8)).isEqualTo(amount("874.61112567"));
    }

    @Test
    void inBnbTheStandardCommissionIsDiscountedAndTheOthersAreNot() {
        assertThat(with(STANDARD, Rates.FREE, QUARTER).discounted(NOTIONAL, SELL, false, BNB_PRICE))
                .isEqualTo(amount("0.00001009"));
        assertThat(faq(QUARTER).discounted(NOTIONAL, SELL, false, BNB_PRICE))
                .isEqualTo(amount("4.03660712"));
    }

    @Test
    void theOtherReadingOfTheDocumentsReducesByTheDiscount() {
        var reduces = new Discount(true, "BNB", amount("0.25"), false);

        assertThat(with(STANDARD, Rates.FREE, reduces).discounted(NOTIONAL, SELL, false, BNB_PRICE))
                .isEqualTo(amount("0.00003027"));
    }

    @Test
    void commissionIsCutToTheAssetsDecimals() {
        assertThat(Commission.flat(amount("0.001")).full(amount("1.23456789"), BUY, false, 4))
                .isEqualTo(amount("0.0012"));
    }

    @Test
    void theEngineTakesItFromFreeBnb() {
        var desk = desk("5");
        desk.settle("ann", true, -1);

        desk.enter(market("a", SELL, "0.49975").on(Desk.SYMBOL));

        assertThat(desk.holding("USDT")).isEqualTo("17491.25 free, 0 locked");
        assertThat(desk.holding("BNB")).isEqualTo("0.96339288 free, 0 locked");
        assertThat(desk.holding("#fees", "BNB")).isEqualTo("4.03660712 free, 0 locked");
    }

    @Test
    void withoutEnoughBnbTheFullCommissionIsWithheld() {
        var desk = desk("4.03660711");
        desk.settle("ann", true, -1);

        desk.enter(market("a", SELL, "0.49975"));

        assertThat(desk.holding("USDT")).isEqualTo("16441.72427538 free, 0 locked");
        assertThat(desk.holding("BNB")).isEqualTo("4.03660711 free, 0 locked");
    }

    @Test
    void whoDidNotChooseTheDiscountPaysInFull() {
        var desk = desk("5");

        desk.enter(market("a", SELL, "0.49975"));

        assertThat(desk.holding("BNB")).isEqualTo("5 free, 0 locked");
    }

    @Test
    void aBuyerPaysInTheBaseAssetAtTheBuyersRate() {
        var desk = desk("0");
        desk.engine.open("eve", Map.of("USDT", amount("35000")), desk.now());

        desk.enter("eve", market("a", BUY, "0.5"));

        // Taker and buyer: 0.0000005 + 0.05 + 0.00000232 of 0.5.
        assertThat(desk.holding("eve", "BTC")).isEqualTo("0.47499859 free, 0 locked");
    }

    private static Desk desk(String bnb) {
        var btc =
                Instrument.of(
                        Desk.SYMBOL,
                        "BTC",
                        "USDT",
                        List.of(
                                new Filter.PriceFilter(0, 0, amount("0.01")),
                                new Filter.LotSize(1000, amount("9000"), 1000)),
                        Liquidity.of(0, amount("1000000")));
        var bnbUsdt =
                Instrument.of(
                        "BNBUSDT",
                        "BNB",
                        "USDT",
                        List.of(
                                new Filter.PriceFilter(0, 0, amount("0.01")),
                                new Filter.LotSize(1000, amount("9000"), 1000)),
                        Liquidity.of(0, amount("1000000")));
        var desk =
                new Desk(
                        List.of(btc, bnbUsdt),
                        Rules.of(faq(QUARTER)),
                        Map.of("BTC", amount("0.49975"), "BNB", amount(bnb)));
        desk.market("35000", "1", true);
        desk.engine.trade("BNBUSDT", BNB_PRICE, amount("1"), true, desk.now());
        return desk;
    }

    private static Commission faq(Discount discount) {
        return new Commission(STANDARD, SPECIAL, TAX, discount, RoundingMode.FLOOR);
    }

    private static Commission special() {
        return with(Rates.FREE, SPECIAL, QUARTER);
    }

    private static Commission with(Rates standard, Rates special, Discount discount) {
        return new Commission(standard, special, Rates.FREE, discount, RoundingMode.FLOOR);
    }

    private static long only(Rates rates, RoundingMode rounding) {
        return new Commission(rates, Rates.FREE, Rates.FREE, Discount.NONE, rounding)
                .full(NOTIONAL, SELL, false, 8);
    }

    private static Rates rates(String maker, String taker, String buyer, String seller) {
        return new Rates(amount(maker), amount(taker), amount(buyer), amount(seller));
    }
}
