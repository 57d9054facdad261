package pro.cryptotrader.backtester.fill;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.core.execution.Execution;

/** The rest of the market: how much it takes or gives of a candle's volume, and at which price. */
final class Counterparty {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Instrument instrument;
    private final Scale scale;
    private final FillSettings settings;
    private final Paper paper;
    private final Slippage slippage;
    private final CandleInPlay candle;

    Counterparty(
            Instrument instrument,
            Scale scale,
            FillSettings settings,
            Paper paper,
            Slippage slippage,
            CandleInPlay candle) {
        this.instrument = instrument;
        this.scale = scale;
        this.settings = settings;
        this.paper = paper;
        this.slippage = slippage;
        this.candle = candle;
    }

    /** The most that one order gets of this candle; nothing of a quiet one. */
    Quantity most() {
        if (candle.isQuiet()) {
            return Quantity.ZERO;
        }
        if (settings.assumes(Assumption.UNLIMITED_VOLUME)) {
            return instrument.maxQuantity();
        }
        var share = candle.volume().multiply(settings.participationPct()).divide(HUNDRED);
        return instrument.floor(new Quantity(share));
    }

    /** Whether it sells the whole quantity at the limit or below. */
    boolean sells(Quantity quantity, Price limit, long last) {
        return !candle.isQuiet()
                && !scale.price(scale.bought(last)).isAbove(limit)
                && most().compareTo(quantity) >= 0;
    }

    /** What it would sell at. */
    Execution offered(Quantity quantity, long last, Instant at) {
        return paper.execution(
                instrument, Side.BUY, scale.price(scale.bought(last)), quantity, false, at);
    }

    /** What a purchase cost more than the undisturbed price. */
    void note(Execution bought, long last) {
        slippage.note(bought, scale.bought(last) - last, scale.decimals());
    }

    /** It buys from us at the market, as much as it takes. */
    List<Execution> buys(Quantity wanted, long last, Instant at) {
        var amount = wanted.min(most());
        if (amount.isZero()) {
            return List.of();
        }
        long price = scale.sold(last);
        var execution =
                paper.execution(instrument, Side.SELL, scale.price(price), amount, false, at);
        slippage.note(execution, last - price, scale.decimals());
        return List.of(execution);
    }

    /** It comes to our resting limit order. */
    Execution meets(long limit, Quantity amount, Instant at) {
        return paper.execution(instrument, Side.SELL, scale.price(limit), amount, true, at);
    }
}
