package pro.cryptotrader.system;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import pro.cryptotrader.backtester.data.CandleSource;
import pro.cryptotrader.backtester.engine.AccountPlan;
import pro.cryptotrader.backtester.engine.BacktestSettings;
import pro.cryptotrader.backtester.engine.MarketPlan;
import pro.cryptotrader.backtester.engine.StrategyPlan;
import pro.cryptotrader.backtester.fill.FillSettings;
import pro.cryptotrader.backtester.parity.ParityRun;
import pro.cryptotrader.backtester.parity.Transcript;
import pro.cryptotrader.backtester.store.CandleImport;
import pro.cryptotrader.backtester.store.CandleStore;
import pro.cryptotrader.contracts.config.RiskConfig;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.config.TradingMode;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.engine.Desks;
import pro.cryptotrader.core.execution.Abilities;
import pro.cryptotrader.core.execution.EntryForm;
import pro.cryptotrader.simulator.market.RecordedFile;
import pro.cryptotrader.simulator.market.Recording;
import pro.cryptotrader.simulator.matching.Amounts;

/**
 * The same recorded day for the platform and for the backtester: files, accounts, configuration.
 *
 * @param from when trading begins, the end of a five-minute candle
 * @param to when it ends
 */
record ParityDay(List<Path> files, Instant from, Instant to) {
    static final Symbol BTC = Symbol.of("BTC/USDT");
    static final Symbol ETH = Symbol.of("ETH/USDT");

    /** Each symbol has an account of its own: who is heard first in one minute decides nothing. */
    static final Map<AccountId, Symbol> ACCOUNTS =
            Map.of(new AccountId("parity-btc"), BTC, new AccountId("parity-eth"), ETH);

    static final Interval INTERVAL = Interval.M5;

    /** The simulated venue's, of which the stop-losses here need no trailing. */
    private static final Abilities ABILITIES = new Abilities(true, true, 0, 0);

    private static final long SEED = 42;
    private static final String CASH = "10000";
    private static final BigDecimal COMMISSION = new BigDecimal("0.001");

    /** The venue's market begins before it, so that both have prices when trading begins. */
    Instant marketBegins() {
        return from.minus(Duration.ofHours(2));
    }

    /** Easily convinced, with near stops and targets. */
    static TradingConfig config(AccountId account) {
        var defaults = TradingConfig.defaults();
        return new TradingConfig(
                true,
                TradingMode.AGGRESSIVE,
                false,
                INTERVAL,
                List.of(ACCOUNTS.get(account)),
                new RiskConfig(
                        new BigDecimal("20"),
                        5,
                        new BigDecimal("5"),
                        new BigDecimal("0.5"),
                        new BigDecimal("0.8"),
                        Money.of("10")),
                defaults.notifications());
    }

    /** What a backtest says about the day, and the venue's clock in it. */
    record Heard(Transcript transcript, SimulatedExchange exchange) {}

    /** Runs the backtester over the day, on the simulated venue's own book. */
    Heard backtest(Map<Symbol, Instrument> instruments, Path store) throws IOException {
        var candles = new CandleStore(store);
        var job = new CandleImport(candles, null, null, Interval.M1);
        for (var file : files) {
            job.run(file, _ -> {});
        }
        var markets = new ArrayList<MarketPlan>();
        for (var symbol : List.of(BTC, ETH)) {
            CandleSource source = candles.open(symbol, Interval.M1);
            markets.add(new MarketPlan(Objects.requireNonNull(instruments.get(symbol)), source));
        }
        var recordings =
                files.stream()
                        .map(RecordedFile::of)
                        .map(file -> Recording.of(file.symbol(), List.of(file)))
                        .toList();
        var balances = Map.of("USDT", Amounts.parse(CASH));
        var exchange = new AtomicReference<SimulatedExchange>();
        var transcript =
                ParityRun.of(
                        new BacktestSettings(
                                from, to, FillSettings.honest(), BacktestSettings.CurveStep.DAY),
                        StrategyPlan.live(),
                        markets,
                        ACCOUNTS.keySet().stream()
                                .map(each -> new AccountPlan(each, config(each), Money.of(CASH)))
                                .toList(),
                        (market, funds, reports) -> {
                            exchange.set(
                                    new SimulatedExchange(
                                            recordings,
                                            SEED,
                                            marketBegins(),
                                            Amounts.parse(COMMISSION.toPlainString()),
                                            ACCOUNTS.keySet().stream()
                                                    .collect(
                                                            Collectors.toMap(
                                                                    each -> each, _ -> balances)),
                                            market,
                                            reports));
                            return exchange.get();
                        },
                        Desks.live(EntryForm.OPOCO, ABILITIES, COMMISSION));
        return new Heard(transcript, exchange.get());
    }

    /** When somebody has to decide: each moment with the symbols that have something to say. */
    static SortedMap<Instant, List<Symbol>> moments(Transcript backtest) {
        var moments = new TreeMap<Instant, List<Symbol>>();
        for (var signal : backtest.signals()) {
            if (signal.type() != Signal.SignalType.HOLD) {
                moments.merge(
                        signal.candleOpenTime().plus(signal.interval().duration()),
                        List.of(signal.symbol()),
                        (some, more) -> {
                            var all = new ArrayList<>(some);
                            all.addAll(more);
                            return all;
                        });
            }
        }
        return moments;
    }
}
