package pro.cryptotrader.core.risk;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import pro.cryptotrader.contracts.config.RiskConfig;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.event.AccountEvent;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.EngineCommand;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.InstrumentListed;
import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.event.Signal.SignalType;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * An account with 10,000 USDT and the default configuration, and a market in which one bitcoin
 * costs 50,000.
 */
final class RiskSamples {
    static final AccountId MAIN = new AccountId("main");
    static final Symbol BTC = Symbol.of("BTC/USDT");
    static final Symbol ETH = Symbol.of("ETH/USDT");
    static final Symbol DOGE = Symbol.of("DOGE/USDT");
    static final UUID SIGNAL = UUID.fromString("00000000-0000-5000-8000-000000000001");

    static final Instant CANDLE_OPEN = Instant.parse("2026-03-02T14:00:00Z");
    static final Instant CANDLE_CLOSE = Instant.parse("2026-03-02T14:05:00Z");
    static final Instant NOW = Instant.parse("2026-03-02T14:05:01Z");
    static final Instant EXPIRY = Instant.parse("2026-03-02T14:10:00Z");
    static final Instant WALL = Instant.parse("2030-01-01T00:00:00Z");

    private RiskSamples() {}

    static RiskConfig limits() {
        return TradingConfig.defaults().risk();
    }

    static RiskConfig limits(String maxDailyLoss, int maxPositions, String minimumBalance) {
        return new RiskConfig(
                new BigDecimal(maxDailyLoss),
                maxPositions,
                new BigDecimal("2"),
                new BigDecimal("1"),
                new BigDecimal("2"),
                Money.of(minimumBalance));
    }

    static TradingConfigChanged config(long version, boolean enabled, RiskConfig limits) {
        var defaults = TradingConfig.defaults();
        return new TradingConfigChanged(
                MAIN,
                "admin",
                version,
                new TradingConfig(
                        enabled,
                        defaults.mode(),
                        defaults.paperTrading(),
                        defaults.interval(),
                        defaults.symbols(),
                        limits,
                        defaults.notifications()),
                "admin",
                WALL);
    }

    static TradingConfigChanged config() {
        return config(1, true, limits());
    }

    static AccountStateChanged funds(String cash, String equity, String dayStart, int positions) {
        return funds(cash, equity, dayStart, positions, CANDLE_CLOSE);
    }

    static AccountStateChanged funds(
            String cash, String equity, String dayStart, int positions, Instant at) {
        return new AccountStateChanged(
                MAIN,
                new Asset("USDT"),
                new TreeMap<>(),
                Money.of(cash),
                Money.of(equity),
                Money.of(dayStart),
                Money.of(dayStart),
                Money.of(dayStart),
                Money.of(dayStart),
                Money.ZERO,
                BigDecimal.ZERO,
                positions,
                at);
    }

    static AccountStateChanged funds() {
        return funds("10000", "10000", "10000", 0);
    }

    /** Configured, funded and RUNNING in epoch 2. */
    static AccountRisk running() {
        return running(config(), funds());
    }

    static AccountRisk running(TradingConfigChanged config, AccountStateChanged funds) {
        var facts = new AccountFacts();
        var born = facts.learn(AccountRisk.unknown(MAIN), config, WALL).state();
        var funded = facts.learn(born, funds, WALL).state();
        return new EngineDesk()
                .decide(funded, new UUID(0, 1), command(EngineCommand.Action.START))
                .state();
    }

    static AccountRisk in(EngineState state, AccountRisk account) {
        return account.with(new Engine(state, 7, 6, false, null, "for the test", WALL, List.of()));
    }

    static EngineCommand command(EngineCommand.Action action) {
        return command(action, true, "");
    }

    static EngineCommand command(EngineCommand.Action action, boolean sells, String reason) {
        return new EngineCommand(MAIN, action, sells, "admin", reason, WALL);
    }

    static Signal buy(Symbol symbol, String entry, int confidence) {
        return signal(symbol, SignalType.BUY, entry, confidence, EXPIRY);
    }

    static Signal sell(Symbol symbol, String entry, int confidence) {
        return signal(symbol, SignalType.SELL, entry, confidence, EXPIRY);
    }

    static Signal signal(
            Symbol symbol, SignalType type, String entry, int confidence, Instant expiry) {
        var price = Price.of(entry);
        return new Signal(
                symbol,
                TradingConfig.defaults().interval(),
                "rule-ensemble",
                type,
                confidence,
                price,
                price.plusPercent(BigDecimal.ONE.negate()),
                price.plusPercent(BigDecimal.TWO),
                CANDLE_OPEN,
                expiry,
                List.of(),
                null,
                Signal.Gate.NO_MODEL);
    }

    static Tick tick(Symbol symbol, String bid, String ask, Instant at) {
        return new Tick(symbol, Price.of(bid), Price.of(bid), Price.of(ask), 1, at);
    }

    static Instrument instrument(Symbol symbol, String tick, String step, String minNotional) {
        return new Instrument(
                symbol,
                new BigDecimal(tick),
                new BigDecimal(step),
                Quantity.of(step),
                Quantity.of("9000000"),
                Money.of(minNotional),
                true);
    }

    static SymbolMarket bitcoin() {
        return SymbolMarket.UNKNOWN
                .with(tick(BTC, "49999.99", "50000", NOW))
                .with(new InstrumentListed(instrument(BTC, "0.01", "0.00001", "5"), NOW));
    }

    static MarketView market() {
        return MarketView.of(BTC, bitcoin());
    }

    static PositionChanged position(
            Symbol symbol, long id, PositionChanged.Status status, String quantity, Instant at) {
        return new PositionChanged(
                MAIN,
                symbol,
                id,
                status,
                Quantity.of(quantity),
                Price.of("50000"),
                Money.of("200"),
                Price.of("50000"),
                Money.ZERO,
                Money.ZERO,
                null,
                false,
                at.minus(Duration.ofMinutes(1)),
                status == PositionChanged.Status.CLOSED ? at : null,
                null,
                at);
    }

    static PositionChanged open(Symbol symbol, long id, String quantity) {
        return position(symbol, id, PositionChanged.Status.OPEN, quantity, NOW);
    }

    static PositionChanged closed(Symbol symbol, long id) {
        return position(symbol, id, PositionChanged.Status.CLOSED, "0", NOW);
    }

    static AccountRisk learning(AccountRisk account, AccountEvent... facts) {
        var state = account;
        for (var fact : facts) {
            state = new AccountFacts().learn(state, fact, WALL).state();
        }
        return state;
    }
}
