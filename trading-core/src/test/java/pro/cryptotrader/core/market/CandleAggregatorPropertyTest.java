package pro.cryptotrader.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.core.RandomWalk;

class CandleAggregatorPropertyTest {
    private static final Instant MIDNIGHT = Instant.parse("2023-09-01T00:00:00Z");
    private static final List<Interval> TARGETS =
            List.of(Interval.M5, Interval.M15, Interval.H1, Interval.H4);

    @Property(tries = 60)
    void aggregationEqualsDirectComputation(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 500) int firstMinute,
            @ForAll @IntRange(min = 1, max = 600) int minutes) {
        var walk = minutes(seed, firstMinute, minutes);

        assertThat(aggregate(walk))
                .containsExactlyInAnyOrderElementsOf(
                        TARGETS.stream().flatMap(t -> direct(walk, t).stream()).toList());
    }

    @Property(tries = 60)
    void aStreamThatStartsLaterGivesTheSameCandlesFromTheirFirstWholeOneOn(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 599) int split) {
        var walk = minutes(seed, 0, 600);
        var tail = walk.subList(split, walk.size());

        var expected =
                aggregate(walk).stream()
                        .filter(c -> !c.openTime().isBefore(tail.getFirst().openTime()))
                        .toList();

        assertThat(aggregate(tail)).containsExactlyElementsOf(expected);
    }

    @Property(tries = 30)
    void deliveringEveryMinuteTwiceChangesNothing(@ForAll long seed) {
        var walk = minutes(seed, 0, 300);
        var twice = walk.stream().flatMap(c -> List.of(c, c).stream()).toList();

        assertThat(aggregate(twice)).isEqualTo(aggregate(walk));
    }

    private static List<Candle> minutes(long seed, int first, int count) {
        return RandomWalk.candles(seed, Interval.M1, MIDNIGHT.plusSeconds(60L * first), count);
    }

    private static List<Candle> aggregate(List<Candle> minutes) {
        var aggregator = CandleAggregator.ofAll();
        var state = CandleAggregator.Partials.none(RandomWalk.BTC);
        var closed = new ArrayList<Candle>();
        for (var minute : minutes) {
            var decision = aggregator.decide(state, new CandleClosed(minute, false));
            state = decision.state();
            decision.events().forEach(e -> closed.add(((CandleClosed) e).candle()));
        }
        return closed;
    }

    /** Groups whole intervals and computes each candle from its minutes at once. */
    private static List<Candle> direct(List<Candle> minutes, Interval target) {
        var groups = new LinkedHashMap<Instant, List<Candle>>();
        for (var minute : minutes) {
            groups.computeIfAbsent(target.openTimeOf(minute.openTime()), _ -> new ArrayList<>())
                    .add(minute);
        }
        return groups.entrySet().stream()
                .filter(g -> g.getValue().size() == target.seconds() / 60)
                .map(g -> summary(g.getKey(), g.getValue(), target))
                .toList();
    }

    private static Candle summary(Instant open, List<Candle> minutes, Interval target) {
        var byPrice = Comparator.<Price>naturalOrder();
        return new Candle(
                RandomWalk.BTC,
                target,
                open,
                minutes.getFirst().open(),
                minutes.stream().map(Candle::high).max(byPrice).orElseThrow(),
                minutes.stream().map(Candle::low).min(byPrice).orElseThrow(),
                minutes.getLast().close(),
                minutes.stream().map(Candle::volume).reduce(BigDecimal.ZERO, BigDecimal::add),
                minutes.stream().map(Candle::quoteVolume).reduce(BigDecimal.ZERO, BigDecimal::add),
                minutes.stream().mapToLong(Candle::trades).sum());
    }
}
