package pro.cryptotrader.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Whatever the candle, its walk makes exactly that candle. */
class CandleWalkPropertyTest {
    private static final Listing BTC = Listing.of("BTCUSDT");
    private static final long TICK = BTC.instrument().tick();
    private static final long OPEN_TIME = 1_700_000_040_000L;

    @Property
    void rebuiltFromItsTradesACandleIsTheSame(
            @ForAll @LongRange(min = 100, max = 10_000_000) long low,
            @ForAll @IntRange(max = 100_000) int range,
            @ForAll @IntRange(max = 100) int openPercent,
            @ForAll @IntRange(max = 100) int closePercent,
            @ForAll @LongRange(min = 4, max = 10_000_000_000_000L) long volume,
            @ForAll long seed) {
        var candle =
                new Candle(
                        OPEN_TIME,
                        (low + (long) range * openPercent / 100) * TICK,
                        (low + range) * TICK,
                        low * TICK,
                        (low + (long) range * closePercent / 100) * TICK,
                        volume,
                        0,
                        0,
                        0,
                        0);

        var trades = new CandleWalk(BTC.instrument(), seed).trades(candle, Interval.MINUTE);

        var rebuilt = rebuilt(trades);
        assertThat(
                        List.of(
                                rebuilt.open(),
                                rebuilt.high(),
                                rebuilt.low(),
                                rebuilt.close(),
                                rebuilt.volume()))
                .isEqualTo(
                        List.of(
                                candle.open(),
                                candle.high(),
                                candle.low(),
                                candle.close(),
                                candle.volume()));
        assertThat(trades).isSortedAccordingTo((a, b) -> Long.compare(a.time(), b.time()));
        assertThat(trades.getFirst().time()).isGreaterThanOrEqualTo(OPEN_TIME);
        assertThat(trades.getLast().time()).isLessThan(OPEN_TIME + Interval.MINUTE);
        assertThat(trades).allMatch(trade -> trade.quantity() > 0);
    }

    @Property(tries = 50)
    void theSameSeedWalksTheSameWay(@ForAll long seed) {
        var candle =
                new Candle(
                        OPEN_TIME,
                        100 * TICK,
                        120 * TICK,
                        90 * TICK,
                        95 * TICK,
                        5_000_000,
                        0,
                        0,
                        0,
                        0);

        assertThat(new CandleWalk(BTC.instrument(), seed).trades(candle, Interval.MINUTE))
                .isEqualTo(new CandleWalk(BTC.instrument(), seed).trades(candle, Interval.MINUTE));
    }

    static Candle rebuilt(List<MarketTrade> trades) {
        var rest = new ArrayList<>(trades);
        var candle = Candle.of(OPEN_TIME, rest.removeFirst());
        for (var trade : rest) {
            candle = candle.and(Candle.of(OPEN_TIME, trade), OPEN_TIME);
        }
        return candle;
    }
}
