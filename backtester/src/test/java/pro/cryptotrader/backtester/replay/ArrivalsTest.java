package pro.cryptotrader.backtester.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.EpochConfirmed;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.Topic;

/** What may have been heard before a decision: never what was published after it. */
class ArrivalsTest {
    private static final AccountId MAIN = new AccountId("main");

    @Test
    void whatWasPublishedByTheCauseIsLikelyAndNothingFromAfterTheDecisionIsPossible() {
        var feeds = List.of(feed(10_000, 19_990, 20_005, 20_050), feed(20_001));

        var arrivals = Arrivals.of(feeds, new int[] {0, 0}, 20_000, 20_010);

        assertThat(arrivals.getFirst()).containsExactly(2, 0);
        // The first message is ten seconds old; the last one is younger than the decision.
        assertThat(arrivals)
                .containsExactlyInAnyOrder(
                        new int[] {1, 0},
                        new int[] {1, 1},
                        new int[] {2, 0},
                        new int[] {2, 1},
                        new int[] {3, 0},
                        new int[] {3, 1});
    }

    @Test
    void whatWasHeardOnceStaysHeard() {
        var feeds = List.of(feed(19_999, 20_001, 20_002));

        assertThat(Arrivals.of(feeds, new int[] {2}, 20_000, 20_003))
                .containsExactly(new int[] {2}, new int[] {3});
    }

    @Test
    void newsComeInTheOrderInWhichTheyWerePublished() {
        var feeds = List.of(feed(1, 30, 50), feed(20, 40));

        assertThat(Arrivals.between(feeds, new int[] {1, 0}, new int[] {3, 1}))
                .extracting(Recorded::published)
                .containsExactly(20L, 30L, 50L);
    }

    private static Feed feed(long... published) {
        var messages = new ArrayList<Recorded>();
        for (var time : published) {
            var event = new EpochConfirmed(MAIN, time, "executor", Instant.EPOCH);
            var envelope =
                    Envelope.<Event>root(
                            DeterministicId.root("at " + time), "executor", Instant.EPOCH, event);
            messages.add(new Recorded(Topic.ENGINE_ACKS, messages.size() + 1, "", envelope, time));
        }
        return new Feed(messages);
    }
}
