package pro.cryptotrader.backtest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import pro.cryptotrader.backtest.outbound.Market;
import pro.cryptotrader.backtester.engine.Backtest;
import pro.cryptotrader.backtester.engine.BacktestResult;
import pro.cryptotrader.backtester.engine.BacktestSettings.CurveStep;
import pro.cryptotrader.backtester.engine.MarketPlan;
import pro.cryptotrader.backtester.report.Report;
import pro.cryptotrader.backtester.research.ConfigTrials;
import pro.cryptotrader.backtester.research.Experiment;
import pro.cryptotrader.backtester.research.MonteCarlo;
import pro.cryptotrader.backtester.research.TrialLog;
import pro.cryptotrader.backtester.research.WalkForward;
import pro.cryptotrader.backtester.statistics.Significance;
import pro.cryptotrader.contracts.event.BacktestPlan;

/** What is done for each kind of job. */
@ApplicationScoped
class JobKinds {
    /** Entries are compared with random ones on bars in memory: up to so many fit easily. */
    private static final long MOST_BARS_IN_MEMORY = 2_000_000;

    private final Preparation preparation;
    private final Trials trials;
    private final Market market;

    JobKinds(Preparation preparation, Trials trials, Market market) {
        this.preparation = preparation;
        this.trials = trials;
        this.market = market;
    }

    /** Does the job. */
    JobResult run(Job job, Ticket ticket) throws IOException, InterruptedException {
        return switch (job.request().kind()) {
            case RUN -> single(job, ticket);
            case OPTIMISE -> optimise(job, ticket);
            case WALK_FORWARD -> walk(job, ticket);
            case MONTE_CARLO -> monteCarlo(job, ticket);
        };
    }

    private JobResult single(Job job, Ticket ticket) throws IOException, InterruptedException {
        var plan = job.request().plan();
        var experiment = preparation.experiment(plan, CurveStep.HOUR, ticket);
        var report = judged(experiment, run(plan, experiment, ticket), usual(plan, 1), ticket);
        return Results.of(report);
    }

    private JobResult optimise(Job job, Ticket ticket) throws IOException, InterruptedException {
        var plan = job.request().plan();
        var asked = Objects.requireNonNull(job.request().study());
        var experiment = preparation.experiment(plan, CurveStep.DAY, ticket);
        var study = trials.study(asked, Trials.IN_FLIGHT);
        new ConfigTrials(experiment).requireKnown(study.space());
        long total = study.search().trials(study.space());
        ticket.phase("makes trials", total);
        try (var log = TrialLog.open(folder(job).resolve("study.jsonl"), job.id().toString());
                var elsewhere = trials.open(job, experiment, study.space())) {
            var found = study.run(elsewhere, log, () -> ticket.oneMore(total, "makes trials"));
            var best =
                    found.best(asked.minTrades())
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "no trial had %d trades and the figure that is wanted"
                                                    .formatted(asked.minTrades())));
            var config = new ConfigTrials(experiment).config(best.values());
            var chosen = preparation.experiment(plan, CurveStep.HOUR, ticket).with(config);
            var settings =
                    usual(plan, asked.seed())
                            .pickedOf(found.trials().size(), found.sharpeVariance());
            var report = judged(chosen, run(plan, chosen, ticket), settings, ticket);
            tidy(job);
            return Results.of(report, found, best);
        }
    }

    private JobResult walk(Job job, Ticket ticket) throws IOException, InterruptedException {
        var plan = job.request().plan();
        var asked = Objects.requireNonNull(job.request().study());
        var experiment = preparation.experiment(plan, CurveStep.DAY, ticket);
        var walk = Trials.walk(asked);
        var study = trials.study(asked, trials.threads());
        new ConfigTrials(experiment).requireKnown(study.space());
        long total =
                walk.windows(plan.from(), plan.to()).size() * study.search().trials(study.space());
        ticket.phase("trains and trades", total);
        WalkForward.Outcome outcome =
                walk.run(
                        experiment,
                        study,
                        folder(job),
                        job.id().toString(),
                        () -> ticket.oneMore(total, "trains and trades"));
        tidy(job);
        return Results.of(plan, outcome);
    }

    private JobResult monteCarlo(Job job, Ticket ticket) throws IOException, InterruptedException {
        var plan = job.request().plan();
        var asked = Objects.requireNonNull(job.request().study());
        var experiment = preparation.experiment(plan, CurveStep.DAY, ticket);
        var account = run(plan, experiment, ticket).accounts().getFirst();
        ticket.phase("draws other histories", 0);
        var others = new MonteCarlo(asked.samples(), asked.seed());
        return Results.of(
                plan, account, others.drawnTrades(account), others.shuffledTrades(account));
    }

    private static BacktestResult run(BacktestPlan plan, Experiment experiment, Ticket ticket) {
        long total = Preparation.candles(plan);
        ticket.phase("runs", total);
        LongConsumer progress = read -> ticket.at(read, total, "runs");
        return new Backtest(
                        experiment.settings(),
                        experiment.strategy().apply(experiment.markets()),
                        experiment.markets(),
                        List.of(experiment.account()))
                .run(progress);
    }

    private static Report judged(
            Experiment experiment,
            BacktestResult result,
            Significance.Settings settings,
            Ticket ticket) {
        ticket.phase("writes the report", 0);
        var candles = experiment.markets().stream().map(MarketPlan::candles).toList();
        return Report.of(result, candles, settings);
    }

    private static Significance.Settings usual(BacktestPlan plan, long seed) {
        var usual = Significance.Settings.usual(seed);
        int random = Preparation.candles(plan) > MOST_BARS_IN_MEMORY ? 0 : usual.randomRuns();
        return new Significance.Settings(
                usual.samples(), usual.level(), usual.trials(), 0, random, seed);
    }

    private Path folder(Job job) throws IOException {
        return Files.createDirectories(market.studies().resolve(job.id().toString()));
    }

    /** Throws away what only an unfinished job needs. */
    void tidy(Job job) {
        var folder = market.studies().resolve(job.id().toString());
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
