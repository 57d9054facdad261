package pro.cryptotrader.simulator.venue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pro.cryptotrader.simulator.market.AggregateTrade;
import pro.cryptotrader.simulator.market.MarketTrade;

class TradeLogTest {
    private static final long ALWAYS = Long.MIN_VALUE;
    private static final long NEVER = Long.MAX_VALUE;

    private final TradeLog log = new TradeLog("BTCUSDT", 40);

    @Test
    void whatOneTakerTookAtOnePriceIsOneAggregate() {
        add(7, 1000, 100, 5, false);
        add(8, 1000, 100, 6, false);
        add(9, 1000, 101, 1, false);
        add(10, 1000, 101, 1, true);
        add(11, 1001, 101, 2, true);
        add(12, 1001, 101, 3, true);

        assertThat(log.aggregates(ALWAYS, ALWAYS, NEVER, 10, true))
                .containsExactly(
                        new AggregateTrade("BTCUSDT", 41, 7, 8, 1000, 100, 11, false),
                        new AggregateTrade("BTCUSDT", 42, 9, 9, 1000, 101, 1, false),
                        new AggregateTrade("BTCUSDT", 43, 10, 10, 1000, 101, 1, true),
                        new AggregateTrade("BTCUSDT", 44, 11, 12, 1001, 101, 5, true));
        assertThat(log.youngestAggregate().id()).isEqualTo(44);
        assertThat(log.lastAggregate()).isEqualTo(44);
    }

    @Test
    void aggregatesAreFoundByNumberAndByTimeWithBothEndsIncluded() {
        for (var i = 1; i <= 20; i++) {
            add(i, 1000 + i / 2, 100 + i % 2, 1, false);
        }

        assertThat(log.aggregates(45, ALWAYS, NEVER, 3, true))
                .extracting(AggregateTrade::id)
                .containsExactly(45L, 46L, 47L);
        assertThat(log.aggregates(ALWAYS, 1002, 1003, 10, true))
                .extracting(AggregateTrade::first)
                .containsExactly(4L, 5L, 6L, 7L);
        assertThat(log.aggregates(ALWAYS, ALWAYS, 1003, 2, false))
                .extracting(AggregateTrade::first)
                .containsExactly(6L, 7L);
        assertThat(log.aggregates(99, ALWAYS, NEVER, 2, true)).isEmpty();
    }

    @Test
    void tradesArePagedByNumberFarBeyondOneAnswer() {
        for (var i = 1; i <= 3000; i++) {
            add(i, i, 100, 1, false);
        }

        assertThat(log.from(1, 1000)).extracting(MarketTrade::id).contains(1L, 1000L).hasSize(1000);
        assertThat(log.from(2001, 1000)).extracting(MarketTrade::id).contains(2001L, 3000L);
        assertThat(log.from(3001, 1000)).isEmpty();
        assertThat(log.youngest(2)).extracting(MarketTrade::id).containsExactly(2999L, 3000L);
    }

    @Test
    void theOldestTradesAreForgotten() {
        for (var i = 1; i <= TradeLog.MOST + 5; i++) {
            add(i, i, 100, i, i % 3 == 0);
        }

        assertThat(log.from(0, 2))
                .containsExactly(
                        new MarketTrade("BTCUSDT", 6, 6, 100, 6, true),
                        new MarketTrade("BTCUSDT", 7, 7, 100, 7, false));
        assertThat(log.from(0, Integer.MAX_VALUE / 2)).hasSize(TradeLog.MOST);
        assertThat(log.youngest(1)).extracting(MarketTrade::id).containsExactly(TradeLog.MOST + 5L);
    }

    private void add(long id, long time, long price, long quantity, boolean buyerMaker) {
        log.add(new MarketTrade("BTCUSDT", id, time, price, quantity, buyerMaker));
    }
}
