package pro.cryptotrader.core.position;

import static pro.cryptotrader.core.position.Position.plus;

import java.math.BigDecimal;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Price;

/**
 * A fill's commission, by what it is taken in; only one of the three is not zero.
 *
 * @param asset what {@code inOther} is counted in
 */
record Commission(BigDecimal inBase, BigDecimal inQuote, BigDecimal inOther, Asset asset) {
    static Commission of(Fill fill) {
        var zero = BigDecimal.ZERO;
        var amount = fill.commission();
        var asset = fill.commissionAsset();
        if (asset.equals(fill.symbol().base())) {
            return new Commission(amount, zero, zero, asset);
        }
        return asset.equals(fill.symbol().quote())
                ? new Commission(zero, amount, zero, asset)
                : new Commission(zero, zero, amount, asset);
    }

    BigDecimal worth(Price price, BigDecimal otherWorth) {
        return plus(plus(inBase.multiply(price.value()), inQuote), otherWorth);
    }
}
