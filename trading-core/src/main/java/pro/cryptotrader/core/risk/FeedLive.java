package pro.cryptotrader.core.risk;

import java.util.Map;
import pro.cryptotrader.contracts.event.Denial;

/** A feed that is reported stale is not traded on. */
record FeedLive() implements RiskRule<Entry> {
    @Override
    public boolean allows(Entry entry) {
        return !entry.candidate().market().stale();
    }

    @Override
    public Finding review(Entry entry) {
        boolean live = allows(entry);
        return Finding.of(
                "feed-live",
                live,
                () -> live ? "live" : "stale",
                () -> "live",
                () ->
                        new Denial(
                                Denial.Code.STALE_FEED,
                                "the price feed of %s is stale".formatted(entry.symbol()),
                                Map.of("priceAt", entry.tick().at().toString())));
    }
}
