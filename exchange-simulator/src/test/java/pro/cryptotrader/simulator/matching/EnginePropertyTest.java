package pro.cryptotrader.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever is entered, canceled and traded, the books balance and no rule of an order is broken.
 */
class EnginePropertyTest {
    private static final int COMMANDS = 400;

    @Property(tries = 150)
    void whateverHappensTheBooksBalance(@ForAll long seed) {
        var run = new Run(seed);
        run.all();

        var state = run.engine.state();
        for (var asset : List.of("BTC", "USDT")) {
            assertThat(state.sum(asset)).isZero();
        }
        for (var account : state.accounts()) {
            assertThat(lockedByOrders(state, account, "USDT"))
                    .isEqualTo(state.holding(account, "USDT").locked());
            assertThat(lockedByOrders(state, account, "BTC"))
                    .isEqualTo(state.holding(account, "BTC").locked());
        }
        for (var order : state.orders(_ -> true)) {
            assertThat(order.remaining()).isBetween(0L, order.terms().quantity());
            assertThat(order.status() == OrderStatus.FILLED)
                    .isEqualTo(
                            order.remaining() == 0
                                    && order.executed() > 0
                                    && order.status() != OrderStatus.EXPIRED_IN_MATCH);
        }
    }

    @Property(tries = 150)
    void anOcoNeverFillsBothLegs(@ForAll long seed) {
        var run = new Run(seed);
        run.all();

        var state = run.engine.state();
        for (var list : state.lists(_ -> true)) {
            var filledLegs =
                    list.orders().stream()
                            .map(id -> state.order(id).orElseThrow())
                            .filter(order -> order.role() == Role.LEG && order.executed() > 0)
                            .toList();
            assertThat(filledLegs).hasSizeLessThanOrEqualTo(1);
            var open = list.orders().stream().anyMatch(id -> state.order(id).orElseThrow().open());
            assertThat(list.done()).isNotEqualTo(open);
        }
    }

    @Property(tries = 60)
    void theSameCommandsMakeTheSameFactsAndTheFactsAloneMakeTheSameState(@ForAll long seed) {
        var first = new Run(seed);
        var second = new Run(seed);
        first.all();
        second.all();
        assertThat(first.facts).isEqualTo(second.facts);

        var restored = new Engine(List.of(Desk.BTC), Desk.FEE);
        first.facts.forEach(restored::restore);

        assertThat(restored.state().orders(_ -> true))
                .isEqualTo(first.engine.state().orders(_ -> true));
        assertThat(restored.state().lists(_ -> true))
                .isEqualTo(first.engine.state().lists(_ -> true));
        assertThat(restored.state().trades(_ -> true))
                .isEqualTo(first.engine.state().trades(_ -> true));
        for (var account : List.of("ann", "bob", "#fees", "#outside")) {
            assertThat(restored.state().holdings(account))
                    .isEqualTo(first.engine.state().holdings(account));
        }
    }

    private static long lockedByOrders(VenueState state, String account, String asset) {
        return state.open(account, null).stream()
                .mapToLong(order -> {
                    var pays = order.terms().side() == Side.BUY ? "USDT" : "BTC";
                    return (pays.equals(asset) ? order.locked() : 0)
                            + (asset.equals("BTC") ? order.reserved() : 0);
                })
                .sum();
    }

    /** A few hundred random commands; most make sense, some do not. */
    private static final class Run {
        private final Engine engine = new Engine(List.of(Desk.BTC), Desk.FEE);
        private final List<Fact> facts = new ArrayList<>();
        private final Random random;
        private final RandomCommands commands;
        private long now;

        Run(long seed) {
            random = new Random(seed);
            commands = new RandomCommands(random, Desk.SYMBOL);
        }

        void all() {
            for (var account : List.of("ann", "bob")) {
                facts.addAll(
                        engine.open(
                                account,
                                Map.of("USDT", Desk.amount("5000"), "BTC", Desk.amount("20")),
                                0));
            }
            market();
            for (var i = 0; i < COMMANDS; i++) {
                now++;
                var draw = random.nextInt(10);
                if (draw < 5) {
                    market();
                } else {
                    try {
                        facts.addAll(command(random.nextBoolean() ? "ann" : "bob", draw));
                    } catch (Refusal refusal) {
                        assertThat(refusal.code()).isNegative();
                    }
                }
            }
        }

        private void market() {
            facts.addAll(
                    engine.trade(
                            Desk.SYMBOL,
                            commands.nextPrice(),
                            commands.quantity(),
                            random.nextBoolean(),
                            now));
        }

        private List<Fact> command(String account, int draw) {
            if (draw == 5) {
                var open = engine.state().open(account, Desk.SYMBOL);
                return open.isEmpty() ? List.of() : change(account, commands.oneOf(open));
            }
            if (draw < 8) {
                return engine.enter(account, commands.single(), now);
            }
            var kind = commands.oneOf(List.of(ListKind.values()));
            return engine.enter(account, kind, commands.name(), commands.list(kind), now);
        }

        private List<Fact> change(String account, Order order) {
            return random.nextBoolean()
                    ? engine.cancel(account, order.id(), "c", now)
                    : engine.amend(
                            account,
                            order.id(),
                            commands.name(),
                            order.terms().quantity()
                                    / 2
                                    / Desk.amount("0.001")
                                    * Desk.amount("0.001"),
                            now);
        }
    }
}
