package pro.cryptotrader.core.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.cryptotrader.core.execution.Story.BAND;
import static pro.cryptotrader.core.execution.Story.BTC;
import static pro.cryptotrader.core.execution.Story.EXIT;
import static pro.cryptotrader.core.execution.Story.NOW;
import static pro.cryptotrader.core.execution.Story.STOP;
import static pro.cryptotrader.core.execution.Story.TARGET;
import static pro.cryptotrader.core.execution.Story.says;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.OrderEvent.OrderAccepted;
import pro.cryptotrader.contracts.event.OrderEvent.OrderClosed;
import pro.cryptotrader.contracts.event.OrderEvent.OrderRejected;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.core.execution.TradeInput.Outcome;

/** Protection off and sale on in one request: every answer that it can have. */
class ReplaceTest {
    private static final Quantity ONE = Quantity.of("1");
    private static final VenueCommand SOLD_IN_ONE = new VenueCommand.Replace(BTC, STOP, EXIT, ONE);

    private final Story story = new Story().hold(BAND);

    @Test
    void anExitReplacesTheProtectionByTheSale() {
        assertThat(story.leave()).isEqualTo(SOLD_IN_ONE);
    }

    @Test
    void untilTheAnswerComesItIsNotBare() {
        story.leave();
        assertThat(story.trade.isBare(null)).isFalse();
    }

    /** The answer names the order that was canceled, and not the other leg of its list. */
    @Test
    void bothWereDone() {
        story.leave();

        var next =
                story.give(
                        new Outcome.Done(
                                List.of(
                                        says(STOP, OrderStatus.CANCELED, "0", "1"),
                                        story.filled(EXIT, "1", "1"))));

        assertThat(next)
                .isEqualTo(
                        new VenueCommand.LookUp(
                                BTC, List.of(new VenueCommand.LookUp.Item(TARGET, Quantity.ZERO))));
        story.give(found(says(TARGET, OrderStatus.CANCELED, "0", "1")));
        assertThat(story.trade.phase()).isEqualTo(Trade.Phase.IDLE);
        assertThat(story.trade.held()).isZero();
    }

    /** Nothing has happened: it still rests, and goes in two steps once that is known. */
    @Test
    void neitherWasDone() {
        story.leave();

        assertThat(story.give(new Outcome.Refused(-2010, "not supported for this symbol.")))
                .isInstanceOf(VenueCommand.LookUp.class);
        assertThat(
                        story.give(
                                found(
                                        says(STOP, OrderStatus.OPEN, "0", "1"),
                                        says(TARGET, OrderStatus.OPEN, "0", "1"))))
                .isInstanceOf(VenueCommand.Cancel.class);
        assertThat(story.told(OrderRejected.class))
                .extracting(OrderRejected::orderId)
                .containsExactly(EXIT);
    }

    /**
     * The stop had gone when the take-profit began to trade: what it has left is sold, not more.
     */
    @Test
    void neitherWasDoneBecauseTheTakeProfitHadSoldAPart() {
        story.leave();
        story.give(new Outcome.Refused(-2011, "Unknown order sent."));

        var rests = story.traded(TARGET, OrderStatus.OPEN, "0.4", "1");
        assertThat(story.give(found(says(STOP, OrderStatus.EXPIRED, "0", "1"), rests)))
                .as("the end of one leg is a reason to ask about the other")
                .isInstanceOf(VenueCommand.LookUp.class);
        assertThat(story.give(found(rests))).isInstanceOf(VenueCommand.Cancel.class);
        assertThat(
                        story.give(
                                new Outcome.Done(
                                        List.of(says(TARGET, OrderStatus.CANCELED, "0.4", "1")))))
                .isEqualTo(
                        new VenueCommand.SellMarket(BTC, EXIT.leg("again-1"), Quantity.of("0.6")));
    }

    /** Nothing rests any more: the next sale leaves at once. */
    @Test
    void onlyTheCancelWasDone() {
        story.leave();
        story.give(
                new Outcome.HalfDone(
                        List.of(
                                says(STOP, OrderStatus.CANCELED, "0", "1"),
                                says(TARGET, OrderStatus.CANCELED, "0", "1")),
                        -1013,
                        "Filter failure: MARKET_LOT_SIZE"));

        assertThat(story.told(OrderRejected.class))
                .extracting(OrderRejected::orderId)
                .containsExactly(EXIT);
        assertThat(story.trade.inFlight())
                .isEqualTo(
                        new Trade.InFlight(Trade.InFlight.Kind.SELL, List.of(EXIT.leg("again-1"))));
    }

    /** The user stream tells the sale's refusal too: a refused order was never accepted. */
    @Test
    void theRefusalOfTheSaleIsToldOnceWhicheverWayItComes() {
        story.leave();
        story.give(new TradeInput.Reported(says(EXIT, OrderStatus.REJECTED, "0", "1")));

        story.give(
                new Outcome.HalfDone(
                        List.of(
                                says(STOP, OrderStatus.CANCELED, "0", "1"),
                                says(TARGET, OrderStatus.CANCELED, "0", "1")),
                        -1013,
                        "Filter failure: MARKET_LOT_SIZE"));

        assertThat(story.told(OrderRejected.class)).hasSize(1);
        assertThat(story.told(OrderAccepted.class))
                .extracting(OrderAccepted::orderId)
                .doesNotContain(EXIT);
    }

    @Test
    void onlyTheCancelWasDoneBecauseSomebodyElseHasTakenTheCoins() {
        story.leave();
        var next =
                story.give(
                        new Outcome.HalfDone(
                                List.of(
                                        says(STOP, OrderStatus.CANCELED, "0", "1"),
                                        says(TARGET, OrderStatus.CANCELED, "0", "1")),
                                -2010,
                                "Account has insufficient balance for requested action."));

        assertThat(next).isEqualTo(new VenueCommand.AskBalance(BTC));
    }

    /** It is asked what became of all three, and nothing is sold before that is known. */
    @Test
    void nobodyKnows() {
        story.leave();

        var next = story.give(new Outcome.Unsure("timeout", NOW.plusSeconds(5)));

        assertThat(next).isInstanceOf(VenueCommand.LookUp.class);
        var stillThere =
                List.of(
                        says(STOP, OrderStatus.OPEN, "0", "1"),
                        says(TARGET, OrderStatus.OPEN, "0", "1"));
        for (int after : new int[] {1, 16}) {
            assertThat(story.give(new Outcome.Found(stillThere, Set.of(EXIT), at(after)))).isNull();
            assertThat(story.give(new TradeInput.Check())).isInstanceOf(VenueCommand.LookUp.class);
        }
        assertThat(story.give(new Outcome.Found(stillThere, Set.of(EXIT), at(20))))
                .as("nobody knows why it did not arrive: in two steps")
                .isNotNull();
        assertThat(story.told(OrderClosed.class)).hasSize(1);
    }

    @Test
    void nobodyKnewAndBothWereDone() {
        story.leave();
        story.give(new Outcome.Unsure("timeout", NOW.plusSeconds(5)));

        story.give(
                found(
                        says(STOP, OrderStatus.CANCELED, "0", "1"),
                        says(TARGET, OrderStatus.CANCELED, "0", "1"),
                        story.filled(EXIT, "1", "1")));

        assertThat(story.trade.phase()).isEqualTo(Trade.Phase.IDLE);
    }

    /** It never left: the same way is free again. */
    @Test
    void heldBackByUs() {
        story.leave();
        story.give(new Outcome.Withheld("the venue's limit is near"));

        assertThat(story.trade.phase()).isEqualTo(Trade.Phase.LEAVING);
        assertThat(story.give(new TradeInput.Check()))
                .isEqualTo(new VenueCommand.Replace(BTC, STOP, EXIT.leg("again-1"), ONE));
    }

    @Test
    void aSymbolThatDoesNotAllowItIsLeftInTwoSteps() {
        story.abilities = Abilities.NONE;
        assertThat(story.leave()).isInstanceOf(VenueCommand.Cancel.class);
    }

    private static Instant at(int seconds) {
        return NOW.plusSeconds(seconds + 5);
    }

    private static Outcome found(VenueReport... reports) {
        return new Outcome.Found(List.of(reports), Set.of(), NOW);
    }
}
