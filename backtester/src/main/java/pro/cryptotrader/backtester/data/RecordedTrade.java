package pro.cryptotrader.backtester.data;

import java.time.Instant;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;

/**
 * Something that was traded at the venue by others.
 *
 * @param id the venue's number of the trade, or of the aggregate
 * @param count how many trades it stands for
 * @param buyerIsMaker whether the seller was the one who came to the market
 */
public record RecordedTrade(
        long id, Instant time, Price price, Quantity quantity, long count, boolean buyerIsMaker) {}
