package pro.cryptotrader.backtester.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.backtester.data.CandleBlock;
import pro.cryptotrader.backtester.data.CandleSource;
import pro.cryptotrader.backtester.engine.MarketPlan;
import pro.cryptotrader.backtester.engine.StrategyPlan;
import pro.cryptotrader.backtester.statistics.BlockBootstrap;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.engine.EnsembleSignals;
import pro.cryptotrader.core.engine.SignalMaker;
import pro.cryptotrader.core.signal.RuleEnsemble;

/**
 * Look-ahead, warm-up and Monte Carlo: each finds what was planted and nothing where nothing is.
 */
class DoubtsTest {
    private static final Experiment LIVE = SomeExperiment.live();

    /** Gives the house's signals only at candles that {@code mayBuy} allows. */
    private record Filtered(SignalMaker inner, Filter filter) implements SignalMaker {
        /** Whether a signal may be given. */
        interface Filter {
            boolean allows(long openSecond);
        }

        @Override
        public String strategy() {
            return inner.strategy();
        }

        @Override
        public void warm(
                long openSecond,
                double open,
                double high,
                double low,
                double close,
                double volume) {
            inner.warm(openSecond, open, high, low, close, volume);
            filter.allows(openSecond);
        }

        @Override
        public boolean hear(
                long openSecond,
                double open,
                double high,
                double low,
                double close,
                double volume) {
            boolean allowed = filter.allows(openSecond);
            return inner.hear(openSecond, open, high, low, close, volume) && allowed;
        }

        @Override
        public Signal signal(Candle candle) {
            return inner.signal(candle);
        }
    }

    private static StrategyPlan filtered(Filtered.Filter filter) {
        var live = StrategyPlan.live();
        return new StrategyPlan(
                live.name(),
                (symbol, interval) -> new Filtered(house(symbol, interval), filter),
                live.warmUp(),
                live.exits(),
                live.mostSlippagePct());
    }

    private static SignalMaker house(Symbol symbol, Interval interval) {
        return new EnsembleSignals(symbol, interval, RuleEnsemble::usual);
    }

    /** Knows which candles are followed by a rise: those of the whole recording. */
    private static StrategyPlan peeking(List<MarketPlan> markets) {
        Set<Long> rises = new HashSet<>();
        var all = load(markets.getFirst().candles());
        for (int i = 0; i + 12 < all.size(); i++) {
            if (all.close(i + 12) > all.close(i)) {
                rises.add(all.openTime(i) / 1_000);
            }
        }
        return filtered(second -> rises.contains(second));
    }

    private static CandleBlock load(CandleSource source) {
        var block = new CandleBlock(10_000);
        try (var reader = source.read(Instant.EPOCH, Instant.MAX)) {
            reader.read(block);
        }
        return block;
    }

    /** Counts candles from the first it ever saw: its answer depends on the warm-up. */
    private static StrategyPlan forgettingNothing(List<MarketPlan> markets) {
        var seen = new AtomicInteger(markets.size());
        return filtered(_ -> seen.incrementAndGet() % 7 < 4);
    }

    @Test
    void theHousesOwnDecisionsDoNotKnowTheirFuture() {
        var cuts = new LookAhead(6).run(LIVE);
        assertThat(cuts).hasSize(6).allSatisfy(cut -> assertThat(cut.changed()).isZero());
        assertThat(cuts.getLast().same()).isPositive();
    }

    @Test
    void aStrategyThatPeeksIsCaught() {
        var cuts = new LookAhead(12).run(SomeExperiment.with(DoubtsTest::peeking));
        assertThat(cuts).anySatisfy(cut -> assertThat(cut.changed()).isPositive());
        var caught = cuts.stream().filter(cut -> cut.changed() > 0).findFirst().orElseThrow();
        assertThat(caught.first()).contains("BTC/USDT").contains("but then");
    }

    @Test
    void theHousesOwnDecisionsDoNotDependOnMoreWarmUpThanTheyAskFor() {
        var lengths = new WarmUp(List.of(2_000, 2_300, 2_600)).run(LIVE);
        assertThat(lengths).allSatisfy(each -> assertThat(each.different()).isZero());
        assertThat(lengths.getFirst().same()).isPositive();
    }

    @Test
    void tooShortAWarmUpAndAnEndlessMemoryAreSeen() {
        var shortened = new WarmUp(List.of(100, 2_600)).run(LIVE);
        assertThat(shortened.getFirst().different()).isPositive();
        var endless =
                new WarmUp(List.of(2_001, 2_600))
                        .run(SomeExperiment.with(DoubtsTest::forgettingNothing));
        assertThat(endless.getFirst().different()).isPositive();
    }

    @Test
    void theSameTradesInAnotherOrderEarnTheSame() {
        var account = LIVE.run().accounts().getFirst();
        var outcome = new MonteCarlo(500, 3).shuffledTrades(account);
        double actual = outcome.returnPct().actual();
        assertThat(outcome.returnPct().quantiles())
                .allSatisfy(each -> assertThat(each).isCloseTo(actual, within(1e-9)));
        assertThat(outcome.maxDrawdownPct().quantiles()).isSorted();
        assertThat(outcome.maxDrawdownPct().quantiles().getLast())
                .isGreaterThan(outcome.maxDrawdownPct().quantiles().getFirst());
        assertThat(outcome).isEqualTo(new MonteCarlo(500, 3).shuffledTrades(account));
    }

    @Test
    void drawnTradesSpreadAroundWhatWasEarned() {
        var account = LIVE.run().accounts().getFirst();
        var outcome = new MonteCarlo(2_000, 3).drawnTrades(account);
        assertThat(outcome.returnPct().quantiles().get(2))
                .isCloseTo(outcome.returnPct().actual(), within(0.3));
        assertThat(outcome.returnPct().quantiles().getFirst())
                .isLessThan(outcome.returnPct().quantiles().getLast());
    }

    @Test
    void candlesThatMightHaveBeenMoveAsTheRealOnes() {
        var real = LIVE.markets().getFirst().candles();
        var blocks = new BlockBootstrap(200, 1, 1);
        var made = load(BootstrappedCandles.of(real, blocks, 5));
        var same = load(BootstrappedCandles.of(real, blocks, 5));
        var all = load(real);
        double madeSquares = 0;
        double realSquares = 0;
        for (int i = 1; i < all.size(); i++) {
            assertThat(made.high(i)).isGreaterThanOrEqualTo(Math.max(made.open(i), made.close(i)));
            assertThat(made.low(i)).isLessThanOrEqualTo(Math.min(made.open(i), made.close(i)));
            assertThat(made.close(i)).isEqualTo(same.close(i));
            madeSquares += Math.pow(Math.log((double) made.close(i) / made.close(i - 1)), 2);
            realSquares += Math.pow(Math.log((double) all.close(i) / all.close(i - 1)), 2);
        }
        assertThat(made.openTime(99)).isEqualTo(all.openTime(99));
        assertThat(made.close(all.size() - 1)).isNotEqualTo(all.close(all.size() - 1));
        assertThat(madeSquares / realSquares).isBetween(0.85, 1.15);
    }

    @Test
    void historiesOnManyThreadsAreThoseOnOne() throws InterruptedException {
        var short1 = LIVE.between(SomeExperiment.FROM, SomeExperiment.FROM.plusSeconds(300_000));
        var monteCarlo = new MonteCarlo(4, 9);
        assertThat(monteCarlo.bootstrappedCandles(short1, 100, 2, () -> {}))
                .isEqualTo(monteCarlo.bootstrappedCandles(short1, 100, 1, () -> {}));
    }

    @Test
    void withoutTradesThereIsNoOrderToChange() {
        var quiet = SomeExperiment.with(_ -> filtered(_ -> false)).run();
        assertThatThrownBy(() -> new MonteCarlo(5, 1).drawnTrades(quiet.accounts().getFirst()))
                .hasMessageContaining("made no trades");
    }
}
