package pro.cryptotrader.backtester.cli;

import java.util.List;
import picocli.CommandLine.Option;
import pro.cryptotrader.backtester.research.Evolution;
import pro.cryptotrader.backtester.research.Objective;
import pro.cryptotrader.backtester.research.Parameter;
import pro.cryptotrader.backtester.research.Search;
import pro.cryptotrader.backtester.research.SearchSpace;
import pro.cryptotrader.backtester.research.Study;

/** What is searched, how, and for what. */
final class StudyOptions {
    /** The ways to search. */
    enum Way {
        GRID,
        RANDOM,
        EVOLUTION
    }

    @Option(
            names = {"-p", "--parameter"},
            required = true,
            paramLabel = "NAME=VALUES",
            description = {
                "A value of risk_config.json or auto_trading_config.json, such as"
                        + " stop_loss_pct=0.5:3:0.25 (lowest:highest[:step]) or",
                "engine.trading_interval=300,900; may be repeated."
            })
    private List<String> parameters = List.of();

    @Option(names = "--search", defaultValue = "GRID", description = "GRID, RANDOM or EVOLUTION.")
    private Way way = Way.GRID;

    @Option(names = "--trials", defaultValue = "100", description = "Of a RANDOM search.")
    private int trials;

    @Option(names = "--population", defaultValue = "24", description = "Of an EVOLUTION.")
    private int population;

    @Option(names = "--generations", defaultValue = "10", description = "Of an EVOLUTION.")
    private int generations;

    @Option(
            names = "--objective",
            defaultValue = "SHARPE",
            description = "${COMPLETION-CANDIDATES}")
    private Objective objective = Objective.SHARPE;

    @Option(
            names = "--min-trades",
            defaultValue = "10",
            description = "Fewer trades are no evidence. Default: 10.")
    private int minTrades;

    @Option(names = "--seed", defaultValue = "1", description = "Of everything random. Default: 1.")
    private long seed;

    @Option(names = "--threads", description = "Trials at once. Default: all cores.")
    private int threads = Runtime.getRuntime().availableProcessors();

    Study study() {
        var space = new SearchSpace(parameters.stream().map(Parameter::of).toList());
        var search =
                switch (way) {
                    case GRID -> new Search.Grid();
                    case RANDOM -> new Search.Chance(trials, seed);
                    case EVOLUTION -> new Evolution(population, generations, seed);
                };
        return new Study(space, search, new Search.Scoring(objective, minTrades), threads);
    }

    long seed() {
        return seed;
    }

    int minTrades() {
        return minTrades;
    }
}
