package pro.cryptotrader.core.execution;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.execution.TradeInput.Outcome;

/** A position of one bitcoin, bought at 50000 and protected at a venue that can do everything. */
final class Story {
    static final Symbol BTC = Symbol.of("BTC/USDT");
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final UUID SIGNAL = new UUID(1, 1);
    static final OrderId ENTRY = OrderId.from(SIGNAL, "main");
    static final OrderId STOP = ENTRY.leg("stop-loss");
    static final OrderId TARGET = ENTRY.leg("take-profit");
    static final OrderId EXIT = OrderId.from(new UUID(2, 2), "exit");
    static final Protection BAND = new Protection(Price.of("49500"), Price.of("51000"));

    private static final AccountId MAIN = new AccountId("main");
    private static final Instrument RULES =
            new Instrument(
                    BTC,
                    new BigDecimal("0.01"),
                    new BigDecimal("0.00001"),
                    Quantity.of("0.00001"),
                    Quantity.of("9000"),
                    Money.of("5"),
                    true);

    final List<Event> said = new ArrayList<>();
    Trade trade = new Trade(MAIN, BTC);
    Abilities abilities = new Abilities(true, true, 10, 2000);
    Price bid = Price.of("50000");
    private long trades;

    @Nullable VenueCommand give(TradeInput input) {
        var engine = new EntryConditions(EngineState.RUNNING, 1, false, true, NOW);
        var terms = new Terms(RULES, EntryForm.OPOCO, abilities, BigDecimal.ZERO, bid, engine, NOW);
        var step = TradeDecider.decide(trade, input, terms);
        trade = step.trade();
        said.addAll(step.events());
        return step.command();
    }

    @Nullable VenueCommand approve(Protection protection) {
        return give(
                new TradeInput.Buy(
                        new RiskVerdict.Approved(
                                MAIN,
                                SIGNAL,
                                ENTRY,
                                BTC,
                                Side.BUY,
                                Quantity.of("1"),
                                Price.of("50000"),
                                Price.of("50010"),
                                protection,
                                NOW.plusSeconds(60),
                                1,
                                1,
                                List.of()),
                        new Permit(SIGNAL, SIGNAL)));
    }

    Story hold(Protection protection) {
        approve(protection);
        give(
                new Outcome.Done(
                        List.of(
                                filled(ENTRY, "1", "1"),
                                says(STOP, OrderStatus.OPEN, "0", "1"),
                                says(TARGET, OrderStatus.OPEN, "0", "1"))));
        return this;
    }

    @Nullable VenueCommand leave() {
        var id = new UUID(2, 2);
        return give(new TradeInput.Leave(EXIT, new Permit(id, id), "test", NOW));
    }

    <E extends Event> List<E> told(Class<E> type) {
        return said.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** An order without executions that are told. */
    static VenueReport says(OrderId id, OrderStatus status, String executed, String quantity) {
        return new VenueReport(
                id,
                "7",
                status,
                Quantity.of(executed),
                List.of(),
                "test",
                NOW,
                Quantity.of(quantity));
    }

    /** An order that is over, with one execution. */
    VenueReport filled(OrderId id, String executed, String quantity) {
        return traded(
                id,
                executed.equals(quantity) ? OrderStatus.FILLED : OrderStatus.EXPIRED,
                executed,
                quantity);
    }

    VenueReport traded(OrderId id, OrderStatus status, String executed, String quantity) {
        var execution =
                new Execution(
                        ++trades,
                        Price.of("50000"),
                        Quantity.of(executed),
                        BigDecimal.ZERO,
                        new Asset("USDT"),
                        false,
                        NOW);
        return new VenueReport(
                id,
                "7",
                status,
                Quantity.of(executed),
                List.of(execution),
                "test",
                NOW,
                Quantity.of(quantity));
    }
}
