package pro.cryptotrader.backtester.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pro.cryptotrader.backtester.data.CandleSource;
import pro.cryptotrader.backtester.data.ExchangeInfo;
import pro.cryptotrader.backtester.engine.AccountPlan;
import pro.cryptotrader.backtester.engine.BacktestSettings;
import pro.cryptotrader.backtester.engine.MarketPlan;
import pro.cryptotrader.backtester.engine.StrategyPlan;
import pro.cryptotrader.backtester.research.Experiment;
import pro.cryptotrader.backtester.store.StoredCandles;
import pro.cryptotrader.contracts.config.ConfigFile;
import pro.cryptotrader.contracts.config.ConfigRules;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Symbol;

/** What is run: which candles, whose configuration, how much money. */
final class ExperimentOptions {
    /** Fewer candles than a coarser interval has are a hole, not an outage. */
    private static final double AS_WELL = 0.98;

    @Mixin private StoreOption store = new StoreOption();
    @Mixin private FillOptions fills = new FillOptions();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "auto_trading_config.json or risk_config.json, by that name; may be repeated."
                            + " Default: the platform's defaults.")
    private List<Path> configs = List.of();

    @Option(names = "--symbols", split = ",", description = "Instead of the configuration's.")
    private List<Symbol> symbols = List.of();

    @Option(names = "--interval", description = "Instead of the configuration's.")
    private @Nullable Interval interval;

    @Option(names = "--from", required = true, description = "Start, such as 2024-01-01.")
    private Instant from = Instant.EPOCH;

    @Option(names = "--to", required = true, description = "End, exclusive.")
    private Instant to = Instant.MAX;

    @Option(names = "--cash", defaultValue = "10000", description = "Start with. Default: 10000.")
    private String cash = "10000";

    @Option(
            names = "--exchange-info",
            paramLabel = "FILE",
            description =
                    "The venue's recorded rules. Default: ticks as the prices have decimals, steps"
                            + " of 0.00001, orders worth 5 and more.")
    private @Nullable Path exchangeInfo;

    /** The experiment; what its candles lack is noted on {@code output}. */
    Experiment experiment(Output output, BacktestSettings.CurveStep curve) throws IOException {
        var experiment = experiment(curve);
        gaps(experiment.markets()).forEach(output::note);
        return experiment;
    }

    private Experiment experiment(BacktestSettings.CurveStep curve) throws IOException {
        var account = new AccountPlan(new AccountId("main"), config(configs), Money.of(cash));
        return new Experiment(
                settings(curve), _ -> StrategyPlan.silent(), markets(List.of(account)), account);
    }

    /** Several accounts in one market, each with its own configuration files. */
    Portfolio portfolio(
            Output output, BacktestSettings.CurveStep curve, Map<AccountId, List<Path>> accounts)
            throws IOException {
        var plans = new ArrayList<AccountPlan>();
        for (var account : accounts.entrySet()) {
            plans.add(
                    new AccountPlan(account.getKey(), config(account.getValue()), Money.of(cash)));
        }
        var markets = markets(plans);
        gaps(markets).forEach(output::note);
        return new Portfolio(settings(curve), StrategyPlan.silent(), markets, plans);
    }

    private BacktestSettings settings(BacktestSettings.CurveStep curve) {
        return new BacktestSettings(from, to, fills.settings(), curve);
    }

    /** What the accounts trade, of each symbol the finest candles that serve all of them. */
    private List<MarketPlan> markets(List<AccountPlan> accounts) throws IOException {
        var wanted = new LinkedHashMap<Symbol, Interval>();
        for (var account : accounts) {
            var shortest = account.config().interval();
            for (var symbol : account.config().symbols()) {
                wanted.merge(
                        symbol,
                        shortest,
                        (one, other) -> one.seconds() <= other.seconds() ? one : other);
            }
        }
        var info =
                exchangeInfo == null
                        ? Optional.<ExchangeInfo>empty()
                        : Optional.of(ExchangeInfo.read(exchangeInfo));
        var markets = new ArrayList<MarketPlan>();
        for (var each : wanted.entrySet()) {
            var candles = finest(each.getKey(), each.getValue());
            var instrument =
                    info.flatMap(rules -> rules.find(each.getKey()))
                            .orElseGet(() -> ExchangeInfo.guessed(candles));
            markets.add(new MarketPlan(instrument, candles));
        }
        return markets;
    }

    /**
     * The finest candles of which those of {@code wanted} can be built, among those that cover the
     * time that is run as well as any.
     */
    private CandleSource finest(Symbol symbol, Interval wanted) throws IOException {
        @Nullable StoredCandles best = null;
        double bestCover = 0;
        for (var finer : List.of(Interval.values()).reversed()) {
            var found = store.store().find(symbol, finer);
            if (found.isPresent() && wanted.seconds() % finer.seconds() == 0) {
                double cover = (double) (found.get().count(from, to) * finer.seconds());
                if (cover > 0 && cover >= AS_WELL * bestCover) {
                    best = found.get();
                    bestCover = Math.max(cover, bestCover);
                }
            }
        }
        if (best == null) {
            var there = store.store().open(symbol, wanted);
            throw new IOException(
                    "there are no candles of %s between %s and %s; those of %s go from %s to %s"
                            .formatted(
                                    symbol, from, to, wanted.code(), there.first(), there.last()));
        }
        return best;
    }

    /** What is missing in the candles that are traded, in words. */
    private List<String> gaps(List<MarketPlan> markets) {
        var gaps = new ArrayList<String>();
        for (var market : markets) {
            if (market.candles() instanceof StoredCandles stored) {
                long wanted =
                        (to.getEpochSecond() - from.getEpochSecond()) / stored.interval().seconds();
                long missing = wanted - stored.count(from, to);
                if (missing > 0) {
                    gaps.add(
                            "%s %s: %d of %d candles are missing between %s and %s"
                                    .formatted(
                                            stored.symbol(),
                                            stored.interval().code(),
                                            missing,
                                            wanted,
                                            from,
                                            to));
                }
            }
        }
        return gaps;
    }

    private TradingConfig config(List<Path> files) throws IOException {
        var config = TradingConfig.defaults();
        for (var path : files) {
            config =
                    ConfigRules.read(
                            kind(path),
                            Files.readString(path),
                            config,
                            _ -> {
                                throw new IllegalArgumentException("a backtest takes no secrets");
                            });
        }
        return ConfigRules.check(
                new TradingConfig(
                        config.enabled(),
                        config.mode(),
                        config.paperTrading(),
                        interval == null ? config.interval() : interval,
                        symbols.isEmpty() ? config.symbols() : symbols,
                        config.risk(),
                        config.notifications()));
    }

    private static ConfigFile kind(Path path) {
        for (var file : List.of(ConfigFile.AUTO_TRADING, ConfigFile.RISK)) {
            if (path.endsWith(file.fileName())) {
                return file;
            }
        }
        throw new IllegalArgumentException(
                "a configuration is named %s or %s, not %s"
                        .formatted(
                                ConfigFile.AUTO_TRADING.fileName(),
                                ConfigFile.RISK.fileName(),
                                path.getFileName()));
    }

    /** Tells runs apart whose outcomes may differ: what is run, and a hash of all of it. */
    String identity(Experiment experiment) {
        var words = new StringBuilder();
        words.append(experiment.settings()).append(experiment.account().cash());
        for (var file : List.of(ConfigFile.AUTO_TRADING, ConfigFile.RISK)) {
            words.append(ConfigRules.write(file, experiment.account().config()));
        }
        for (var market : experiment.markets()) {
            var candles = market.candles();
            words.append(market.instrument()).append(candles.interval());
            words.append(candles.first()).append(candles.last());
        }
        return "%s from %s to %s, SHA-256 %s"
                .formatted(
                        experiment.account().config().symbols(),
                        experiment.settings().from(),
                        experiment.settings().to(),
                        sha256(words.toString()));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
