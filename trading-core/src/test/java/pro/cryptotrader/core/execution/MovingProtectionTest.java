package pro.cryptotrader.core.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static pro.cryptotrader.core.execution.Story.BTC;
import static pro.cryptotrader.core.execution.Story.ENTRY;
import static pro.cryptotrader.core.execution.Story.NOW;
import static pro.cryptotrader.core.execution.Story.STOP;
import static pro.cryptotrader.core.execution.Story.TARGET;
import static pro.cryptotrader.core.execution.Story.says;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.OrderEvent.OrderNotSent;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.core.execution.TradeInput.Outcome;

/** Stop-losses that follow, and positions that are sold in two parts. */
class MovingProtectionTest {
    private static final Price LOW = Price.of("49500");
    private static final Price HIGH = Price.of("51000");
    private static final Protection TRAILING = new Protection(LOW, HIGH, 100, null);
    private static final Protection IN_PARTS =
            new Protection(
                    LOW, HIGH, null, new Protection.Part(Price.of("50500"), new BigDecimal("30")));
    private static final Quantity REST = Quantity.of("0.7");

    private final Story story = new Story();

    @Test
    void theStopThatFollowsIsTheVenuesOwn() {
        assertThat(story.approve(TRAILING))
                .isInstanceOfSatisfying(
                        VenueCommand.PlaceEntry.class,
                        entry -> assertThat(entry.protection()).isEqualTo(TRAILING));
    }

    @Test
    void aDistanceThatTheVenueDoesNotAllowIsNotSent() {
        story.abilities = new Abilities(true, true, 101, 2000);

        assertThat(story.approve(TRAILING)).isNull();
        assertThat(story.told(OrderNotSent.class).getFirst().reason()).contains("101 to 2000");
    }

    @Test
    void aStopThatIsPlacedAnewFollowsFromTheMarketOn() {
        story.hold(TRAILING).bid = Price.of("50800");
        assertThat(loseTheProtection()).isEqualTo(TRAILING);
    }

    /** It never begins lower than it began: there it stands still. */
    @Test
    void aStopThatWouldBeginLowerStandsStill() {
        story.hold(TRAILING).bid = Price.of("49999");
        assertThat(loseTheProtection()).isEqualTo(new Protection(LOW, HIGH));
    }

    private Protection loseTheProtection() {
        story.give(new TradeInput.Reported(says(STOP, OrderStatus.CANCELED, "0", "1")));
        var next = story.give(found(says(TARGET, OrderStatus.CANCELED, "0", "1")));
        return next instanceof VenueCommand.PlaceProtection oco
                ? oco.protection()
                : fail("not protected again: %s", next);
    }

    @Test
    void thePartWaitsForItsPrice() {
        story.hold(IN_PARTS).bid = Price.of("50499.99");
        assertThat(story.give(new TradeInput.Check())).isNull();
    }

    /** The protection of the rest stays where it is; the part is free and is sold at once. */
    @Test
    void thePartIsFreedAndSold() {
        assertThat(reachThePrice()).isEqualTo(new VenueCommand.Shrink(BTC, STOP, REST));

        assertThat(story.give(shrunk()))
                .isEqualTo(new VenueCommand.SellMarket(BTC, ENTRY.leg("part"), Quantity.of("0.3")));
        assertThat(story.give(sold("0.3"))).isNull();
        assertThat(story.trade.phase()).isEqualTo(Trade.Phase.PROTECTED);
        assertThat(story.trade.held()).isEqualByComparingTo("0.7");
        assertThat(story.give(new TradeInput.Check())).as("once").isNull();
    }

    @Test
    void whatThePartsSaleLeavesIsProtectedOnItsOwn() {
        reachThePrice();
        story.give(shrunk());

        assertThat(story.give(sold("0.1")))
                .isInstanceOfSatisfying(
                        VenueCommand.PlaceProtection.class,
                        oco -> assertThat(oco.quantity()).isEqualTo(Quantity.of("0.2")));
    }

    @Test
    void whatTheVenueWillNotShrinkStaysAsItIs() {
        assertThat(beRefused()).isNull();
        assertThat(story.trade.phase()).isEqualTo(Trade.Phase.PROTECTED);
    }

    /** The venue is asked; its word on the quantity says whether it was done. */
    @Test
    void aLostAnswerIsLookedUpAndThePartSoldAllTheSame() {
        reachThePrice();
        assertThat(story.give(new TradeInput.Revived(NOW.plusSeconds(5)))).isNull();
        assertThat(story.give(new TradeInput.Check())).isInstanceOf(VenueCommand.LookUp.class);

        assertThat(
                        story.give(
                                found(
                                        says(STOP, OrderStatus.OPEN, "0", "0.7"),
                                        says(TARGET, OrderStatus.OPEN, "0", "0.7"))))
                .isInstanceOf(VenueCommand.SellMarket.class);
    }

    /** Asked again and again it would not become wiser; the same question would never end. */
    @Test
    void aVenueThatDoesNotSayHowMuchAnOrderAsksForIsAskedOnce() {
        story.approve(new Protection(LOW, HIGH));
        var question =
                story.give(
                        new Outcome.Done(
                                List.of(
                                        story.filled(ENTRY, "1.5", "1.5"),
                                        rests(STOP),
                                        rests(TARGET))));
        assertThat(question).isInstanceOf(VenueCommand.LookUp.class);

        assertThat(story.give(found(rests(STOP), rests(TARGET))))
                .isInstanceOfSatisfying(
                        VenueCommand.PlaceProtection.class,
                        oco -> assertThat(oco.quantity()).isEqualTo(Quantity.of("0.5")));
    }

    /** Without a word about the quantity. */
    private static VenueReport rests(OrderId order) {
        return new VenueReport(order, "7", OrderStatus.OPEN, Quantity.ZERO, List.of(), "test", NOW);
    }

    /** Told late, it frees coins that nobody waits for: they are protected on their own. */
    @Test
    void whatIsFreedAfterItWasGivenUpIsProtected() {
        beRefused();

        assertThat(story.give(new TradeInput.Reported(says(STOP, OrderStatus.OPEN, "0", "0.7"))))
                .isInstanceOfSatisfying(
                        VenueCommand.PlaceProtection.class,
                        oco -> assertThat(oco.quantity()).isEqualTo(Quantity.of("0.3")));
    }

    @Test
    void anExitWinsOverThePart() {
        reachThePrice();
        assertThat(story.leave()).isNull();

        assertThat(story.give(shrunk()))
                .isEqualTo(new VenueCommand.Replace(BTC, STOP, Story.EXIT, Quantity.of("1")));
    }

    private @Nullable VenueCommand beRefused() {
        reachThePrice();
        story.give(new Outcome.Refused(-2038, "Order amend is not supported for this symbol."));
        return story.give(
                found(
                        says(STOP, OrderStatus.OPEN, "0", "1"),
                        says(TARGET, OrderStatus.OPEN, "0", "1")));
    }

    private VenueCommand reachThePrice() {
        story.hold(IN_PARTS).bid = Price.of("50500");
        var command = story.give(new TradeInput.Check());
        assertThat(command).isNotNull();
        return Objects.requireNonNull(command);
    }

    private static Outcome shrunk() {
        return new Outcome.Done(List.of(says(STOP, OrderStatus.OPEN, "0", "0.7")));
    }

    private Outcome sold(String quantity) {
        return new Outcome.Done(List.of(story.filled(ENTRY.leg("part"), quantity, "0.3")));
    }

    private static Outcome found(VenueReport... reports) {
        return new Outcome.Found(List.of(reports), Set.of(), NOW);
    }
}
