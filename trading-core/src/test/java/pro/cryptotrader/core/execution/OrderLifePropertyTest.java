package pro.cryptotrader.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.OrderEvent;
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

/** One order whose reports are doubled, reordered and lost: every step it takes is in the table. */
class OrderLifePropertyTest {
    private static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final AccountId MAIN = new AccountId("main");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID SIGNAL = new UUID(1, 1);
    private static final OrderId ENTRY = OrderId.from(SIGNAL, "main");
    private static final int LOTS = 10;

    @Property(tries = 2000)
    void everyStepIsInTheTableAndTheEndIsTheVenuesEnd(@ForAll long seed) {
        var random = new Random(seed);
        var truth = life(random);
        var order = new Observed();
        order.give(buy());
        order.give(
                random.nextBoolean()
                        ? new Outcome.Unsure("no reply", NOW.plusSeconds(2))
                        : new Outcome.Done(List.of()));

        disturbed(truth, random).forEach(report -> order.give(new TradeInput.Reported(report)));
        order.answerWith(truth.getLast(), executions(truth));

        order.check();
        var end = order.state();
        assertThat(end.status()).isEqualTo(truth.getLast().status());
        assertThat(end.filled()).isEqualTo(truth.getLast().executed());
        assertThat(order.told(Fill.class).map(Fill::tradeId))
                .containsExactlyInAnyOrderElementsOf(
                        executions(truth).stream().map(Execution::tradeId).toList());
        assertThat(order.told(OrderEvent.OrderClosed.class)).as("told once").hasSize(1);
    }

    @Property(tries = 500)
    void noReportNoEnd(@ForAll long seed) {
        var random = new Random(seed);
        var order = new Observed();
        order.give(buy());
        order.give(new Outcome.Unsure("no reply", NOW.plusSeconds(2)));
        for (int i = 0; i < 50; i++) {
            var early = NOW.plusSeconds(random.nextInt(15));
            order.give(
                    random.nextBoolean()
                            ? new TradeInput.Check()
                            : new Outcome.Found(List.of(), Set.of(ENTRY), early));
        }
        assertThat(order.state().status()).isEqualTo(OrderStatus.UNKNOWN);
    }

    @Test
    void theWatchSeesAStepThatIsNotInTheTable() {
        assertThat(isLegalPath(List.of(OrderStatus.OPEN, OrderStatus.CANCELED))).isTrue();
        assertThat(isLegalPath(List.of(OrderStatus.FILLED, OrderStatus.OPEN))).isFalse();
        assertThat(isLegalPath(List.of(OrderStatus.UNKNOWN, OrderStatus.NOT_SENT))).isFalse();
    }

    private static boolean isLegalPath(List<OrderStatus> path) {
        for (int i = 1; i < path.size(); i++) {
            if (path.get(i) != path.get(i - 1) && !path.get(i - 1).mayBecome(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** What really happens to the order: accepted, some executions, an end. */
    private static List<VenueReport> life(Random random) {
        var reports = new ArrayList<VenueReport>();
        reports.add(report(OrderStatus.OPEN, 0, List.of()));
        int done = 0;
        int wanted = random.nextInt(LOTS + 1);
        while (done < wanted) {
            int lots = 1 + random.nextInt(wanted - done);
            done += lots;
            reports.add(
                    report(
                            done == LOTS ? OrderStatus.FILLED : OrderStatus.OPEN,
                            done,
                            List.of(execution(reports.size(), lots))));
        }
        if (done < LOTS) {
            var end = random.nextBoolean() ? OrderStatus.CANCELED : OrderStatus.EXPIRED;
            reports.add(report(end, done, List.of()));
        }
        return reports;
    }

    private static List<VenueReport> disturbed(List<VenueReport> truth, Random random) {
        var heard = new ArrayList<VenueReport>();
        for (var report : truth) {
            for (int copies = random.nextInt(3); copies > 0; copies--) {
                heard.add(report);
            }
        }
        Collections.shuffle(heard, random);
        return heard;
    }

    private static List<Execution> executions(List<VenueReport> truth) {
        return truth.stream().flatMap(report -> report.executions().stream()).toList();
    }

    private static VenueReport report(OrderStatus status, int lots, List<Execution> executions) {
        return new VenueReport(ENTRY, "7", status, quantity(lots), executions, "test", NOW);
    }

    private static Execution execution(long tradeId, int lots) {
        return new Execution(
                tradeId,
                Price.of("50000"),
                quantity(lots),
                BigDecimal.ZERO,
                new Asset("USDT"),
                false,
                NOW);
    }

    private static Quantity quantity(int lots) {
        return new Quantity(BigDecimal.valueOf(lots, 3));
    }

    private static TradeInput.Buy buy() {
        return new TradeInput.Buy(
                new RiskVerdict.Approved(
                        MAIN,
                        SIGNAL,
                        ENTRY,
                        BTC,
                        Side.BUY,
                        quantity(LOTS),
                        Price.of("50000"),
                        Price.of("50010"),
                        new Protection(Price.of("49000"), Price.of("52000")),
                        NOW.plusSeconds(60),
                        1,
                        1,
                        List.of()),
                new Permit(SIGNAL, SIGNAL));
    }

    /** The trade around the order; notes every status that the order takes. */
    private static final class Observed {
        private static final Instrument RULES =
                new Instrument(
                        BTC,
                        new BigDecimal("0.01"),
                        new BigDecimal("0.00001"),
                        Quantity.of("0.00001"),
                        Quantity.of("9000"),
                        Money.of("5"),
                        true);

        private final List<OrderStatus> path = new ArrayList<>(List.of(OrderStatus.INTENDED));
        private final List<Event> said = new ArrayList<>();
        private Trade trade = new Trade(MAIN, BTC);

        void give(TradeInput input) {
            var terms =
                    new Terms(
                            RULES,
                            EntryForm.PLAIN,
                            BigDecimal.ZERO,
                            Price.of("50000"),
                            new EntryConditions(EngineState.RUNNING, 1, false, true, NOW),
                            NOW);
            var step = TradeDecider.decide(trade, input, terms);
            trade = step.trade();
            said.addAll(step.events());
            path.add(state().status());
        }

        /** The venue is asked as often as the trade wants to. */
        void answerWith(VenueReport end, List<Execution> all) {
            var answer =
                    new VenueReport(ENTRY, "7", end.status(), end.executed(), all, "query", NOW);
            give(new Outcome.Withheld("what was under way came to nothing"));
            give(new TradeInput.Gap());
            give(new Outcome.Found(List.of(answer), Set.of(), NOW));
            give(new TradeInput.Reported(answer));
        }

        OrderState state() {
            var order = trade.order(ENTRY);
            if (order == null) {
                throw new AssertionError("the order is forgotten");
            }
            return order;
        }

        void check() {
            assertThat(isLegalPath(path)).as("%s", path).isTrue();
        }

        <E extends Event> java.util.stream.Stream<E> told(Class<E> type) {
            return said.stream().filter(type::isInstance).map(type::cast);
        }
    }
}
