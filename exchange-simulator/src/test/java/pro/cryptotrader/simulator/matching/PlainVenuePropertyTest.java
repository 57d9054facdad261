package pro.cryptotrader.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pro.cryptotrader.simulator.matching.Desk.amount;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The engine with its indexes does exactly what the {@link PlainVenue} does: the same events in the
 * same order, the same refusals, the same balances, over 100,000 generated commands.
 */
class PlainVenuePropertyTest {
    private static final int TRIES = 100;
    private static final int COMMANDS = 1000;
    private static final List<String> ACCOUNTS = List.of("ann", "bob", "eve");
    private static final long FUNDS = amount("100000000");
    private static final String TWIN = "BTCUSDC";
    private static final List<Instrument> THIN =
            List.of(thin(Desk.SYMBOL, "USDT"), thin(TWIN, "USDC"));
    private static final Rules RULES =
            Rules.of(Commission.flat(Desk.FEE))
                    .with(List.of(new Sor("BTC", List.of(Desk.SYMBOL, TWIN))));

    private static Instrument thin(String symbol, String quote) {
        return Instrument.of(
                        symbol,
                        "BTC",
                        quote,
                        List.of(
                                new Filter.PriceFilter(0, 0, amount("0.01")),
                                new Filter.LotSize(0, amount("9000"), amount("0.001"))),
                        new Liquidity(20, 0, 0, amount("100")))
                .with(
                        Abilities.ALL.withStp(StpMode.NONE, EnumSet.allOf(StpMode.class)),
                        Optional.empty());
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void theFastBookDoesWhatThePlainBookDoes(@ForAll long seed) {
        new Race(seed, Ranks::new).run();
    }

    @Test
    void aBookThatForgetsWhoWaitedLongestIsCaught() {
        assertThatThrownBy(() -> new Race(1, YoungestFirst::new).run())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("TRADE");
    }

    /** So many commands are compared, and all kinds of them are among them. */
    @Test
    void theRaceIsLongAndHasEveryKindOfCommand() {
        assertThat(TRIES * COMMANDS).isGreaterThanOrEqualTo(100_000);
        var race = new Race(1, Ranks::new);
        race.run();

        assertThat(race.said).anyMatch(line -> line.endsWith(" allocated"));
        assertThat(race.said).anyMatch(line -> line.contains(" REPLACED "));
        assertThat(race.said).anyMatch(line -> line.contains("TRADE_PREVENTION"));
        assertThat(race.said).anyMatch(line -> line.contains("OCO_TRIGGER"));
        assertThat(race.plain.orders())
                .anyMatch(order -> order.terms.peg() != null && order.executed > 0)
                .anyMatch(order -> order.terms.sor() && order.executed > 0);
        assertThat(race.refused).isLessThan(COMMANDS);
    }

    @Test
    void aBookThatForgetsASleepingOrderIsCaught() {
        assertThatThrownBy(() -> new Race(1, Forgetful::new).run())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aBookThatOrdersAreRoutedPastIsCaught() {
        assertThatThrownBy(() -> new Race(1, Blind::new).run()).isInstanceOf(AssertionError.class);
    }

    /** A planted bug: nobody sees who sells, neither on his own book nor from another. */
    private static final class Blind extends Ranks {
        @Override
        long best(Side side) {
            return side == Side.SELL ? 0 : super.best(side);
        }
    }

    /** A planted bug: at the same price the youngest order is served first. */
    private static final class YoungestFirst extends Ranks {
        @Override
        @Nullable Order first(Side side) {
            var first = super.first(side);
            var served = served(side);
            var youngest = first;
            while (first != null && served.hasNext()) {
                var next = served.next();
                youngest = next.terms().price() == first.terms().price() ? next : youngest;
            }
            return youngest;
        }
    }

    /** A planted bug: of several orders that a trade wakes the last sleeps on. */
    private static final class Forgetful extends Ranks {
        @Override
        List<Order> woken(long price) {
            var woken = super.woken(price);
            return woken.size() < 2 ? woken : woken.subList(0, woken.size() - 1);
        }
    }

    private static final class Race {
        private final Random random;
        private final RandomCommands commands;
        private final Engine engine;
        private final PlainVenue plain = new PlainVenue(THIN);
        private final List<String> said = new ArrayList<>();
        private int refused;
        private final String name;
        private long now;

        Race(long seed, Supplier<Ranks> ranks) {
            random = new Random(seed);
            commands = new RandomCommands(random, Desk.SYMBOL, TWIN);
            name = "seed " + seed;
            engine = new Engine(THIN, RULES, new VenueState(THIN, new Balances(), ranks));
        }

        void run() {
            for (var account : ACCOUNTS) {
                engine.open(account, Map.of("USDT", FUNDS, "USDC", FUNDS, "BTC", FUNDS), 0);
            }
            THIN.forEach(each -> trade(each.symbol()));
            for (var i = 0; i < COMMANDS; i++) {
                now++;
                command();
            }
            compareBalances();
        }

        private void command() {
            switch (random.nextInt(20)) {
                case 0, 1, 2, 3, 4, 5 -> trade(commands.symbol());
                case 6, 7 -> cancel();
                case 8 -> amend();
                case 9, 10, 11, 12 -> list();
                default -> single();
            }
        }

        private void trade(String symbol) {
            var price = commands.nextPrice();
            var quantity = commands.quantity();
            var buyerMaker = random.nextBoolean();
            same(
                    () -> engine.trade(symbol, price, quantity, buyerMaker, now),
                    () -> plain.trade(symbol, price, quantity, buyerMaker));
        }

        private void single() {
            var account = commands.oneOf(ACCOUNTS);
            var terms = commands.single();
            same(() -> engine.enter(account, terms, now), () -> plain.enter(account, terms));
        }

        private void list() {
            var account = commands.oneOf(ACCOUNTS);
            var kind = commands.oneOf(List.of(ListKind.values()));
            var id = commands.name();
            var legs = commands.list(kind);
            same(
                    () -> engine.enter(account, kind, id, legs, now),
                    () -> plain.enter(account, kind, id, legs));
        }

        private void cancel() {
            var open = plain.orders().stream().filter(PlainOrder::open).toList();
            if (!open.isEmpty()) {
                var order = commands.oneOf(open);
                same(
                        () -> engine.cancel(order.account, order.id, "c", now),
                        () -> plain.cancel(order.id));
            }
        }

        private void amend() {
            var open =
                    plain.orders().stream()
                            .filter(order -> order.open() && order.left > amount("0.002"))
                            .filter(order -> order.terms.quantity() > 0)
                            .toList();
            if (!open.isEmpty()) {
                var order = commands.oneOf(open);
                var quantity = order.quantity - amount("0.001");
                var id = commands.name();
                same(
                        () -> engine.amend(order.account, order.id, id, quantity, now),
                        () -> plain.amend(order.id, id, quantity));
            }
        }

        private void same(Supplier<List<Fact>> fast, Supplier<List<String>> slow) {
            var lines = said(() -> lines(fast.get()));
            assertThat(lines).as(name).isEqualTo(said(slow));
            said.addAll(lines);
        }

        private List<String> said(Supplier<List<String>> command) {
            try {
                return command.get();
            } catch (Refusal refusal) {
                refused++;
                return List.of(refusal.text());
            }
        }

        private void compareBalances() {
            for (var account : ACCOUNTS) {
                var expected = new TreeMap<>(Map.of("BTC", FUNDS, "USDT", FUNDS, "USDC", FUNDS));
                for (var order : plain.orders()) {
                    if (order.account.equals(account)) {
                        var quote = order.terms.symbol().substring(3);
                        expected.merge("BTC", order.buys() ? order.got : -order.given, Long::sum);
                        expected.merge(quote, order.buys() ? -order.given : order.got, Long::sum);
                    }
                }
                expected.forEach((asset, amount) ->
                        assertThat(held(account, asset)).as(name).isEqualTo(amount));
            }
        }

        private long held(String account, String asset) {
            var holding = engine.state().holding(account, asset);
            return holding.free() + holding.locked();
        }

        private static List<String> lines(List<Fact> facts) {
            var lines = new ArrayList<String>();
            for (var fact : facts) {
                switch (fact) {
                    case Fact.OrderChanged changed -> lines.add(line(changed));
                    case Fact.ListChanged changed ->
                            lines.add(
                                    "list %s %s"
                                            .formatted(
                                                    changed.list().clientListId(),
                                                    changed.list().listStatusType()));
                    case Fact.StopTrailed trailed -> lines.add("trails " + trailed.extreme());
                    default -> lines.add(fact.toString());
                }
            }
            return lines;
        }

        private static String line(Fact.OrderChanged changed) {
            var order = changed.order();
            var line =
                    "%s %s %s"
                            .formatted(
                                    order.terms().clientOrderId(),
                                    changed.execution(),
                                    order.status());
            var fill = changed.fill();
            var prevention = changed.prevention();
            if (fill != null) {
                return "%s %d @ %d %s"
                        .formatted(
                                line,
                                fill.quantity(),
                                fill.price(),
                                fill.maker() ? "maker" : fill.allocated() ? "allocated" : "taker");
            }
            if (prevention != null) {
                return line + " -" + prevention.lostBy(order.id());
            }
            return order.endReason().isEmpty() ? line : line + " " + order.endReason();
        }
    }
}
