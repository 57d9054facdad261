package pro.cryptotrader.backtester.research;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import pro.cryptotrader.backtester.engine.AccountResult;
import pro.cryptotrader.backtester.statistics.BlockBootstrap;
import pro.cryptotrader.backtester.statistics.CurveFigures;
import pro.cryptotrader.backtester.statistics.DailyEquity;

/**
 * What might have come as well.
 *
 * @param samples how many other histories
 */
public record MonteCarlo(int samples, long seed) {
    private static final double[] PROBABILITIES = {0.05, 0.25, 0.5, 0.75, 0.95};

    public MonteCarlo {
        if (samples < 1) {
            throw new IllegalArgumentException("Monte Carlo needs a sample, not " + samples);
        }
    }

    /**
     * Where a figure lay.
     *
     * @param actual in what really happened
     * @param quantiles at 5, 25, 50, 75 and 95 per cent
     */
    public record Spread(double actual, List<Double> quantiles) {
        public Spread {
            quantiles = List.copyOf(quantiles);
        }
    }

    /**
     * Return and deepest drawdown of many histories, both in per cent.
     *
     * @param losing share of the histories that lost, 0 to 1
     */
    public record Outcome(Spread returnPct, Spread maxDrawdownPct, double losing) {}

    /** The same trades in another order: the same return, other drawdowns. */
    public Outcome shuffledTrades(AccountResult account) {
        return trades(account, MonteCarlo::shuffle);
    }

    /** As many trades drawn from those that were made, with replacement. */
    public Outcome drawnTrades(AccountResult account) {
        return trades(
                account,
                (values, random) -> {
                    var original = values.clone();
                    for (int i = 0; i < values.length; i++) {
                        values[i] = original[random.nextInt(original.length)];
                    }
                });
    }

    /** Changes a series in place. */
    private interface Disorder {
        void apply(double[] values, SplittableRandom random);
    }

    private Outcome trades(AccountResult account, Disorder disorder) {
        var returns = tradeReturns(account);
        if (returns.length == 0) {
            throw new IllegalArgumentException(
                    "account %s made no trades to put in another order"
                            .formatted(account.account()));
        }
        var random = new SplittableRandom(seed);
        var histories = new ArrayList<CurveFigures>();
        for (int sample = 0; sample < samples; sample++) {
            var values = returns.clone();
            disorder.apply(values, random);
            histories.add(figures(values));
        }
        return outcome(figures(returns), histories);
    }

    /** What each trade did to the equity before it, in order of their ends. */
    private static double[] tradeReturns(AccountResult account) {
        double equity = account.started().value().doubleValue();
        var returns = new double[account.trades().size()];
        for (int i = 0; i < returns.length; i++) {
            double result = account.trades().get(i).result().value().doubleValue();
            returns[i] = result / equity;
            equity += result;
        }
        return returns;
    }

    private static CurveFigures figures(double[] returns) {
        return CurveFigures.of(DailyEquity.compounded(1, LocalDate.EPOCH, returns));
    }

    /** R. A. Fisher and F. Yates, in D. E. Knuth's form. */
    private static void shuffle(double[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            double swapped = values[i];
            values[i] = values[other];
            values[other] = swapped;
        }
    }

    /**
     * The experiment on candles that are put together from blocks of the real ones.
     *
     * @param meanBlock mean length of a block, in candles
     * @param afterEach hears of every history that has ended, from any thread
     */
    public Outcome bootstrappedCandles(
            Experiment experiment, double meanBlock, int threads, Runnable afterEach)
            throws InterruptedException {
        var blocks = new BlockBootstrap(meanBlock, samples, seed);
        var seeds = new SplittableRandom(seed).longs(samples).toArray();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var running = new ArrayList<Future<CurveFigures>>();
            for (long each : seeds) {
                running.add(
                        pool.submit(() -> {
                            var figures = figures(experiment, blocks, each);
                            afterEach.run();
                            return figures;
                        }));
            }
            var histories = new ArrayList<CurveFigures>();
            for (var each : running) {
                histories.add(each.get());
            }
            return outcome(figures(experiment.run().accounts().getFirst()), histories);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a history failed: " + e.getCause(), e.getCause());
        }
    }

    private static CurveFigures figures(Experiment experiment, BlockBootstrap blocks, long seed) {
        var run = experiment.on(candles -> BootstrappedCandles.of(candles, blocks, seed)).run();
        return figures(run.accounts().getFirst());
    }

    private static CurveFigures figures(AccountResult account) {
        return CurveFigures.of(DailyEquity.of(account));
    }

    private static Outcome outcome(CurveFigures actual, List<CurveFigures> histories) {
        long losing = histories.stream().filter(each -> each.returnPct() < 0).count();
        return new Outcome(
                spread(actual, histories, CurveFigures::returnPct),
                spread(actual, histories, CurveFigures::maxDrawdownPct),
                (double) losing / histories.size());
    }

    private static Spread spread(
            CurveFigures actual,
            List<CurveFigures> histories,
            ToDoubleFunction<CurveFigures> figure) {
        var sorted = histories.stream().mapToDouble(figure).sorted().toArray();
        return new Spread(
                figure.applyAsDouble(actual),
                Arrays.stream(PROBABILITIES)
                        .map(probability -> BlockBootstrap.quantile(sorted, probability))
                        .boxed()
                        .toList());
    }
}
