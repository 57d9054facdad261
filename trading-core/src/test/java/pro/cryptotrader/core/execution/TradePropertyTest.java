package pro.cryptotrader.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.core.execution.TradeInput.Outcome;

/**
 * Whatever is lost, late, doubled or out of order, and wherever the process dies: the account and
 * the venue agree in the end, and nothing was bought twice.
 */
class TradePropertyTest {
    private static final Symbol BTC = Symbol.of("BTC/USDT");
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
    private static final List<EntryForm> FORMS =
            List.of(EntryForm.OPOCO, EntryForm.OTOCO, EntryForm.PLAIN);
    private static final ObjectMapper JSON = EventJson.newMapper();
    private static final Set<Trade.InFlight.Kind> KINDS = EnumSet.noneOf(Trade.InFlight.Kind.class);

    @Property(tries = 1500)
    void theVenueAndTheLogAgreeInTheEnd(@ForAll long seed) throws JsonProcessingException {
        var world = new World(new Random(seed));
        for (int i = 0; i < 120; i++) {
            world.step();
        }
        world.heal();
        world.check();
        KINDS.addAll(world.kinds);
    }

    /** What chance never did, it has shown nothing about. Nobody else's hand is in this account. */
    @AfterContainer
    static void chanceHasTriedEverything() {
        assertThat(KINDS)
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.complementOf(EnumSet.of(Trade.InFlight.Kind.ASK_BALANCE)));
    }

    private static final class World {
        final Random random;
        final FakeVenue venue;
        final List<Event> said = new ArrayList<>();
        final List<VenueCommand> late = new ArrayList<>();
        final List<Instant> lateUntil = new ArrayList<>();
        final List<RiskVerdict.Approved> verdicts = new ArrayList<>();
        final Set<Trade.InFlight.Kind> kinds = EnumSet.noneOf(Trade.InFlight.Kind.class);
        Trade trade = new Trade(MAIN, BTC);
        @Nullable VenueCommand command;

        World(Random random) {
            this.random = random;
            this.venue = new FakeVenue(random);
        }

        void step() throws JsonProcessingException {
            venue.now = venue.now.plusMillis(random.nextInt(3000));
            arriveLate(false);
            switch (random.nextInt(12)) {
                case 0 -> approve();
                case 1 -> leave();
                case 2 -> venue.move(BigDecimal.valueOf(48_800L + random.nextInt(2600)));
                case 3, 4, 5 -> deliver();
                case 6 -> feed(new TradeInput.Check());
                case 7 -> crash();
                case 8 -> feed(new TradeInput.OpenOrders(venue.open()));
                default -> perform();
            }
        }

        void approve() {
            var id = new UUID(random.nextLong(), random.nextLong());
            var price = venue.price;
            var verdict =
                    new RiskVerdict.Approved(
                            MAIN,
                            id,
                            OrderId.from(id, "entry"),
                            BTC,
                            Side.BUY,
                            new Quantity(BigDecimal.valueOf(random.nextInt(1, 400), 5)),
                            new Price(price),
                            new Price(price.add(BigDecimal.TEN)),
                            protection(price),
                            Instant.MAX,
                            1,
                            1,
                            List.of());
            verdicts.add(verdict);
            var permit = new Permit(id, id);
            feed(new TradeInput.Buy(verdict, permit));
            if (random.nextInt(4) == 0) {
                feed(new TradeInput.Buy(verdict, permit));
            }
        }

        Protection protection(BigDecimal price) {
            var part =
                    random.nextBoolean()
                            ? new Protection.Part(
                                    new Price(price.multiply(new BigDecimal("1.005"))),
                                    BigDecimal.valueOf(1 + random.nextInt(99)))
                            : null;
            return new Protection(
                    new Price(price.multiply(new BigDecimal("0.99"))),
                    new Price(price.multiply(new BigDecimal("1.02"))),
                    null,
                    part);
        }

        void leave() {
            var id = new UUID(random.nextLong(), random.nextLong());
            feed(
                    new TradeInput.Leave(
                            OrderId.from(id, "exit"), new Permit(id, id), "test", venue.now));
        }

        void deliver() {
            if (venue.stream.isEmpty()) {
                return;
            }
            int index = random.nextInt(Math.min(4, venue.stream.size()));
            var report = venue.stream.get(index);
            int fate = random.nextInt(10);
            if (fate == 0) {
                venue.stream.clear();
                feed(new TradeInput.Gap());
                return;
            }
            if (fate > 1) {
                venue.stream.remove(index);
            }
            feed(new TradeInput.Reported(report));
        }

        void perform() {
            var sent = command;
            if (sent == null) {
                return;
            }
            command = null;
            var unsure = new Outcome.Unsure("test", venue.now.plusSeconds(2));
            switch (venue.calm ? 9 : random.nextInt(10)) {
                case 0 -> feed(new Outcome.Withheld("test"));
                case 1 -> feed(unsure);
                case 2 -> {
                    venue.perform(sent);
                    feed(unsure);
                }
                case 3 -> {
                    if (!(sent instanceof VenueCommand.LookUp)) {
                        late.add(sent);
                        lateUntil.add(venue.now.plusSeconds(random.nextInt(12)));
                    }
                    feed(unsure);
                }
                case 4 -> feed(new Outcome.Refused(-1003, "Too many requests queued."));
                default -> feed(venue.perform(sent));
            }
        }

        /** A request of which we heard nothing reaches the engine after all. */
        void arriveLate(boolean all) {
            for (int i = late.size() - 1; i >= 0; i--) {
                if (all || !lateUntil.get(i).isAfter(venue.now)) {
                    venue.perform(late.remove(i));
                    lateUntil.remove(i);
                }
            }
        }

        /** The process dies before, or after, it has sent what it had decided. */
        void crash() throws JsonProcessingException {
            if (command != null && random.nextBoolean()) {
                venue.perform(command);
            }
            command = null;
            venue.stream.clear();
            trade = JSON.readValue(JSON.writeValueAsString(trade), Trade.class);
            feed(new TradeInput.Revived(venue.now.plusSeconds(2)));
        }

        void feed(TradeInput input) {
            var terms =
                    new Terms(
                            RULES,
                            FORMS.get(random.nextInt(FORMS.size())),
                            new Abilities(random.nextInt(4) > 0, random.nextInt(4) > 0, 0, 0),
                            new BigDecimal("0.001"),
                            new Price(venue.price),
                            new EntryConditions(EngineState.RUNNING, 1, false, true, venue.now),
                            venue.now);
            var step = TradeDecider.decide(trade, input, terms);
            trade = step.trade();
            said.addAll(step.events());
            if (step.command() != null) {
                assertThat(command).as("one command at a time").isNull();
                command = step.command();
                kinds.add(step.command().kind());
            }
            checkThatNothingIsBare();
        }

        /** Of what is known to be held, nothing worth an order is left without one. */
        void checkThatNothingIsBare() {
            var plan = trade.plan();
            var idle =
                    trade.inFlight() == null
                            && trade.pause() == 0
                            && !trade.balanceDoubted()
                            && trade.orders().stream()
                                    .noneMatch(order -> order.doubted() || order.isUnsettled());
            if (plan == null || plan.over() || !idle) {
                return;
            }
            assertThat(RULES.isWorthTrading(plan.protection().stopLoss(), trade.uncovered(RULES)))
                    .as("held and not covered: %s", trade)
                    .isFalse();
        }

        void heal() {
            venue.calm = true;
            perform();
            venue.now = venue.now.plusSeconds(12);
            arriveLate(true);
            venue.stream.clear();
            venue.now = venue.now.plusSeconds(60);
            feed(new TradeInput.Gap());
            for (int i = 0; i < 400; i++) {
                perform();
                if (i % 4 == 0) {
                    venue.now = venue.now.plusSeconds(2);
                    feed(new TradeInput.Check());
                }
            }
        }

        void check() {
            assertThat(command).isNull();
            assertThat(trade.inFlight()).isNull();
            assertThat(trade.phase()).isIn(Trade.Phase.IDLE, Trade.Phase.PROTECTED);
            var fills = said.stream().filter(Fill.class::isInstance).map(Fill.class::cast).toList();
            assertThat(fills.stream().map(Fill::tradeId))
                    .as("fills on the log = fills at the venue, each once")
                    .containsExactlyInAnyOrderElementsOf(venue.trades);
            assertThat(trade.held()).isEqualByComparingTo(venue.base);
            checkNothingIsSoldBeforeItWasBought(fills);
            assertThat(venue.acceptedEntries)
                    .as("at most one accepted order per verdict")
                    .doesNotHaveDuplicates();
            if (trade.phase() == Trade.Phase.PROTECTED) {
                assertThat(venue.isProtected()).isTrue();
                assertThat(venue.free().multiply(venue.price))
                        .as("what is held and locked by no order")
                        .isLessThan(BigDecimal.TEN);
            } else {
                assertThat(venue.open()).isEmpty();
            }
            checkOrders();
            checkVerdicts();
        }

        void checkNothingIsSoldBeforeItWasBought(List<Fill> fills) {
            var held = BigDecimal.ZERO;
            for (var fill : fills) {
                held =
                        fill.side() == Side.BUY
                                ? held.add(fill.quantity().value()).subtract(fill.commission())
                                : held.subtract(fill.quantity().value());
                assertThat(held).isNotNegative();
            }
        }

        /** Every order that was intended has an end, with its evidence, or rests now. */
        void checkOrders() {
            Map<OrderId, OrderEvent> ends = new HashMap<>();
            var intended = new HashSet<OrderId>();
            for (var event : said) {
                switch (event) {
                    case OrderEvent.OrderIntended order ->
                            assertThat(intended.add(order.orderId())).isTrue();
                    case OrderEvent.OrderClosed order -> ends.put(order.orderId(), order);
                    case OrderEvent.OrderRejected order -> ends.put(order.orderId(), order);
                    case OrderEvent.OrderNotSent order -> ends.put(order.orderId(), order);
                    default -> {}
                }
            }
            var open = venue.open();
            for (var id : intended) {
                assertThat(ends.containsKey(id) || open.contains(id)).isTrue();
            }
        }

        void checkVerdicts() {
            for (var verdict : verdicts) {
                assertThat(
                                said.stream()
                                        .filter(OrderEvent.class::isInstance)
                                        .map(OrderEvent.class::cast)
                                        .anyMatch(
                                                order -> order.orderId().equals(verdict.orderId())))
                        .as("every verdict is answered")
                        .isTrue();
            }
        }
    }
}
