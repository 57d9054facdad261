package pro.cryptotrader.core.risk;

import java.util.Map;
import pro.cryptotrader.contracts.event.Denial;

/** The price must not be older than the signal's own candle. */
record PriceFresh() implements RiskRule<Entry> {
    @Override
    public boolean allows(Entry entry) {
        return !entry.tick().at().isBefore(entry.signal().candleOpenTime());
    }

    @Override
    public Finding review(Entry entry) {
        var at = entry.tick().at();
        var oldest = entry.signal().candleOpenTime();
        return Finding.of(
                "price-fresh",
                allows(entry),
                () -> at.toString(),
                () -> "not before " + oldest,
                () ->
                        new Denial(
                                Denial.Code.STALE_FEED,
                                "the latest price of %s is from %s, before the signal's candle opened at %s"
                                        .formatted(entry.symbol(), at, oldest),
                                Map.of("priceAt", at.toString(), "oldest", oldest.toString())));
    }
}
