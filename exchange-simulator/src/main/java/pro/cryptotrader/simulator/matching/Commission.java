package pro.cryptotrader.simulator.matching;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * What trading costs; rates are fractions in 1e-8 of what is received.
 *
 * @param rounding how a commission is cut to the asset's decimals: undocumented, so a choice
 */
public record Commission(
        Rates standard, Rates special, Rates tax, Discount discount, RoundingMode rounding) {
    private static final int DECIMALS = 8;

    /** A trade costs the rate of its role plus the rate of its side. */
    public record Rates(long maker, long taker, long buyer, long seller) {
        /** Costs nothing. */
        public static final Rates FREE = new Rates(0, 0, 0, 0);

        /** What an order on {@code side} pays. */
        public long of(Side side, boolean asMaker) {
            return Math.addExact(asMaker ? maker : taker, side == Side.BUY ? buyer : seller);
        }
    }

    /**
     * Standard commission is cheaper in another asset.
     *
     * @param rate 1e-8; the documents multiply by it in one place and reduce by it in another
     */
    public record Discount(boolean enabledForSymbol, String asset, long rate, boolean multiplies) {
        /** No discount. */
        public static final Discount NONE = new Discount(false, "BNB", 0, true);

        long charged() {
            return multiplies ? rate : Amounts.ONE - rate;
        }
    }

    /** One rate for everybody. */
    public static Commission flat(long rate) {
        return new Commission(
                new Rates(rate, rate, 0, 0),
                Rates.FREE,
                Rates.FREE,
                Discount.NONE,
                RoundingMode.FLOOR);
    }

    /** What the trade costs in the received asset, cut to {@code decimals}. */
    public long full(long received, Side side, boolean maker, int decimals) {
        var rate =
                Math.addExact(
                        standard.of(side, maker),
                        Math.addExact(special.of(side, maker), tax.of(side, maker)));
        if (rounding == RoundingMode.FLOOR) {
            var exact = Amounts.multiply(received, rate);
            return decimals >= DECIMALS ? exact : cut(BigDecimal.valueOf(exact), decimals);
        }
        return cut(
                BigDecimal.valueOf(received)
                        .multiply(BigDecimal.valueOf(rate))
                        .divide(BigDecimal.valueOf(Amounts.ONE)),
                decimals);
    }

    /**
     * What the trade costs in the discount asset.
     *
     * @param price of one whole unit of the discount asset in the received asset, 1e-8
     */
    public long discounted(long received, Side side, boolean maker, long price) {
        var weighted =
                Math.addExact(
                        Math.multiplyExact(standard.of(side, maker), discount.charged()),
                        Math.multiplyExact(
                                Math.addExact(special.of(side, maker), tax.of(side, maker)),
                                Amounts.ONE));
        var dividend = BigInteger.valueOf(received).multiply(BigInteger.valueOf(weighted));
        var divisor = BigInteger.valueOf(price).multiply(BigInteger.valueOf(Amounts.ONE));
        return new BigDecimal(dividend)
                .divide(new BigDecimal(divisor), 0, rounding)
                .longValueExact();
    }

    private long cut(BigDecimal units, int decimals) {
        var coarse = Math.max(0, DECIMALS - decimals);
        return units.movePointLeft(coarse)
                .setScale(0, rounding)
                .movePointRight(coarse)
                .longValueExact();
    }
}
