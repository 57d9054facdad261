package pro.cryptotrader.backtester.fill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Price;

/**
 * A symbol's prices as whole numbers, fine enough for its candles and for its ticks, and what
 * spread and slippage make of them.
 */
public final class Scale {
    private static final long UNIT = 100_000_000;

    private final int decimals;
    private final double unit;
    private final long tick;
    private final long halfSpread;
    private final long slippage;

    /**
     * The scale of an instrument.
     *
     * @param priceDecimals of its candles
     */
    public Scale(Instrument instrument, int priceDecimals, FillSettings settings) {
        decimals = Math.max(priceDecimals, instrument.tickSize().scale());
        unit = StrictMath.pow(10, decimals);
        tick = scaled(instrument.tickSize());
        halfSpread = settings.assumes(Assumption.NO_SPREAD) ? 0 : units(settings.spreadPct()) / 2;
        slippage = settings.assumes(Assumption.NO_SLIPPAGE) ? 0 : units(settings.slippagePct());
    }

    private static long units(BigDecimal percent) {
        return percent.movePointRight(6).setScale(0, RoundingMode.CEILING).longValueExact();
    }

    public int decimals() {
        return decimals;
    }

    /** The scaled form of an exact price. */
    public long scaled(BigDecimal price) {
        return price.setScale(decimals, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    /** The price for statistics. */
    public double number(long scaled) {
        return scaled / unit;
    }

    public Price price(long scaled) {
        return price(scaled, decimals);
    }

    /** The exact price {@code digits / 10^decimals}; zeros at its end cost nothing here. */
    public static Price price(long digits, int decimals) {
        long value = digits;
        int scale = decimals;
        while (scale > 0 && value % 10 == 0) {
            value /= 10;
            scale--;
        }
        return new Price(BigDecimal.valueOf(value, scale));
    }

    /** The bid when the market stands at {@code last}, rounded away from us; never below a tick. */
    public long bid(long last) {
        return Math.max(tick, floor(last - share(last, halfSpread)));
    }

    /** The ask when the market stands at {@code last}, rounded away from us. */
    public long ask(long last) {
        return ceiling(last + share(last, halfSpread));
    }

    /** What a taker buys at when the market stands at {@code last}. */
    public long bought(long last) {
        return ceiling(last + share(last, halfSpread + slippage));
    }

    /** What a taker sells at when the market stands at {@code last}. */
    public long sold(long last) {
        return Math.max(tick, floor(last - share(last, halfSpread + slippage)));
    }

    private long floor(long price) {
        return price - price % tick;
    }

    private long ceiling(long price) {
        long over = price % tick;
        return over == 0 ? price : price + tick - over;
    }

    /** {@code units / 1e8} of a price, rounded up; in two parts, so that nothing overflows. */
    private static long share(long price, long units) {
        if (units == 0) {
            return 0;
        }
        return price / UNIT * units + Math.ceilDiv(price % UNIT * units, UNIT);
    }
}
