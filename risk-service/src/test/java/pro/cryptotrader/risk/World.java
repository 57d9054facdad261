package pro.cryptotrader.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.EngineCommand;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.InstrumentListed;
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
import pro.cryptotrader.contracts.wire.Envelope;

/**
 * What the other services would say: funded accounts, and a market in which a bitcoin costs 50,000.
 */
final class World {
    static final Symbol BTC = Symbol.of("BTC/USDT");
    static final Instant CANDLE_OPEN = Instant.parse("2026-03-02T14:00:00Z");
    static final Instant NOW = Instant.parse("2026-03-02T14:05:01Z");
    static final Instant EXPIRY = Instant.parse("2026-03-02T14:10:00Z");

    private World() {}

    static Envelope<TradingConfigChanged> config(AccountId account) {
        return message(
                new TradingConfigChanged(
                        account, "admin", 1, TradingConfig.defaults(), "admin", NOW));
    }

    static Envelope<AccountStateChanged> funds(AccountId account, String equity) {
        var start = Money.of("10000");
        return message(
                new AccountStateChanged(
                        account,
                        new Asset("USDT"),
                        new TreeMap<>(),
                        Money.of(equity),
                        Money.of(equity),
                        start,
                        start,
                        start,
                        start,
                        Money.ZERO,
                        BigDecimal.ZERO,
                        0,
                        NOW));
    }

    static Envelope<EngineCommand> command(AccountId account, EngineCommand.Action action) {
        return message(new EngineCommand(account, action, false, "admin", "test", NOW));
    }

    static Envelope<InstrumentListed> instrument(Symbol symbol) {
        return message(
                new InstrumentListed(
                        new Instrument(
                                symbol,
                                new BigDecimal("0.01"),
                                new BigDecimal("0.00001"),
                                Quantity.of("0.00001"),
                                Quantity.of("9000"),
                                Money.of("5"),
                                true),
                        NOW));
    }

    static Envelope<Tick> tick(Symbol symbol) {
        var price = Price.of("50000");
        return message(new Tick(symbol, price, price, price, 1, NOW));
    }

    static Envelope<Signal> buy(Symbol symbol) {
        var price = Price.of("50000");
        return message(
                new Signal(
                        symbol,
                        TradingConfig.defaults().interval(),
                        "rule-ensemble",
                        SignalType.BUY,
                        80,
                        price,
                        Price.of("49500"),
                        Price.of("51000"),
                        CANDLE_OPEN,
                        EXPIRY,
                        List.of(),
                        null,
                        Signal.Gate.NO_MODEL));
    }

    static <E extends Event> Envelope<E> message(E event) {
        return Envelope.root(UUID.randomUUID(), "test", NOW, event);
    }
}
