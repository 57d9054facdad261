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
    private static final List<StpMode> MODES =
            List.of(
                    StpMode.EXPIRE_TAKER,
                    StpMode.EXPIRE_MAKER,
                    StpMode.EXPIRE_BOTH,
                    StpMode.DECREMENT);

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
        private long price = 10_000;
        private long now;
        private int names;

        Run(long seed) {
            random = new Random(seed);
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
                    var account = random.nextBoolean() ? "ann" : "bob";
                    try {
                        command(account, draw);
                    } catch (Refusal refusal) {
                        assertThat(refusal.code()).isNegative();
                    }
                }
            }
        }

        private void market() {
            price = Math.max(3000, price + random.nextInt(41) - 20);
            facts.addAll(
                    engine.trade(
                            Desk.SYMBOL,
                            price * 1_000_000,
                            100_000L * (1 + random.nextInt(3000)),
                            random.nextBoolean(),
                            now));
        }

        private void command(String account, int draw) {
            switch (draw) {
                case 5 -> {
                    var open = engine.state().open(account, Desk.SYMBOL);
                    if (!open.isEmpty()) {
                        facts.addAll(
                                engine.cancel(
                                        account,
                                        open.get(random.nextInt(open.size())).id(),
                                        "c",
                                        now));
                    }
                }
                case 6, 7 -> facts.addAll(engine.enter(account, single(), now));
                case 8 ->
                        facts.addAll(
                                engine.enter(
                                        account, ListKind.OCO, name(), pair(side(), lots()), now));
                default -> {
                    var kind =
                            oneOf(
                                    List.of(
                                            ListKind.OTO,
                                            ListKind.OTOCO,
                                            ListKind.OPO,
                                            ListKind.OPOCO));
                    var legs = new ArrayList<OrderTerms>();
                    var working =
                            terms(
                                    OrderType.LIMIT,
                                    kind.sellsProceeds() ? Side.BUY : side(),
                                    lots());
                    legs.add(working);
                    var quantity =
                            kind.sellsProceeds() ? 0 : working.quantity() / 1_000_000 * 900_000;
                    var out = working.side().opposite();
                    var single = kind == ListKind.OTO || kind == ListKind.OPO;
                    legs.addAll(
                            single
                                    ? List.of(terms(OrderType.LIMIT, out, quantity))
                                    : pair(out, quantity));
                    facts.addAll(engine.enter(account, kind, name(), legs, now));
                }
            }
        }

        private OrderTerms single() {
            return terms(oneOf(List.of(OrderType.values())), side(), lots());
        }

        private List<OrderTerms> pair(Side side, long quantity) {
            var above = price + 1 + random.nextInt(60);
            var below = price - 1 - random.nextInt(60);
            var limit = side == Side.SELL ? above : below;
            var stop = side == Side.SELL ? below : above;
            var target = terms(OrderType.LIMIT_MAKER, side, quantity, limit, 0);
            var loss = terms(OrderType.STOP_LOSS, side, quantity, 0, stop);
            return side == Side.SELL ? List.of(target, loss) : List.of(loss, target);
        }

        private OrderTerms terms(OrderType type, Side side, long quantity) {
            var limit = type.priced() ? price + random.nextInt(61) - 30 : 0;
            var stop = type.conditional() ? price + random.nextInt(61) - 30 : 0;
            return terms(type, side, quantity, limit, stop);
        }

        private OrderTerms terms(OrderType type, Side side, long quantity, long limit, long stop) {
            var timeInForce = type.timed() ? oneOf(List.of(TimeInForce.values())) : TimeInForce.GTC;
            return Terms.of(name(), side, type, quantity)
                    .timeInForce(timeInForce)
                    .price(limit * 1_000_000)
                    .stop(stop * 1_000_000)
                    .stp(oneOf(MODES))
                    .terms();
        }

        private long lots() {
            return 1_000_000L * (1 + random.nextInt(900));
        }

        private <T> T oneOf(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }

        private Side side() {
            return random.nextBoolean() ? Side.BUY : Side.SELL;
        }

        private String name() {
            return "n" + names++;
        }
    }
}
