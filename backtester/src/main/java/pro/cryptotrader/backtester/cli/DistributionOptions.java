package pro.cryptotrader.backtester.cli;

import java.time.Duration;
import java.time.InstantSource;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pro.cryptotrader.backtester.distribution.Blueprint;
import pro.cryptotrader.backtester.distribution.DistributedTrials;
import pro.cryptotrader.backtester.research.Experiment;
import pro.cryptotrader.backtester.research.SearchSpace;
import pro.cryptotrader.backtester.research.Study;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.value.Interval;

/** Trials by workers elsewhere instead of threads here. */
final class DistributionOptions {
    private static final String INTERVAL = "engine.trading_interval";

    @Mixin private BrokerOptions broker = new BrokerOptions();

    @Option(
            names = "--distribute",
            description =
                    "Have the trials made by 'worker' processes, on this machine or others; the"
                            + " result is the same.")
    private boolean wanted;

    @Option(
            names = "--in-flight",
            defaultValue = "64",
            description = "Trials that are handed out at once. Default: 64.")
    private int inFlight = 64;

    @Option(
            names = "--patience",
            defaultValue = "PT10M",
            description =
                    "Give up when no worker has finished a trial for so long. Default: PT10M.")
    private Duration patience = Duration.ofMinutes(10);

    boolean isWanted() {
        return wanted;
    }

    DistributedTrials open(Experiment experiment, SearchSpace space, String identity) {
        var intervals = space.parameters().stream().anyMatch(each -> each.name().equals(INTERVAL));
        var blueprint =
                Blueprint.of(
                        experiment,
                        intervals ? Interval.H4 : experiment.account().config().interval());
        var words = new StringBuilder("study ").append(identity);
        blueprint.markets().forEach(market -> words.append(' ').append(market.sha256()));
        return new DistributedTrials(
                        broker.broker(),
                        broker.pool(),
                        DeterministicId.root(words.toString()),
                        blueprint,
                        patience,
                        InstantSource.system())
                .open();
    }

    /** The study with as many trials under way as are handed out. */
    Study widened(Study study) {
        return new Study(study.space(), study.search(), study.scoring(), inFlight);
    }
}
