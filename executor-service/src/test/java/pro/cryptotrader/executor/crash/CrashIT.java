package pro.cryptotrader.executor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The executor is killed at its crash points, and the venue's books are compared with the log.
 * {@code -Dcrash.seed=} runs a seed again, {@code -Dcrash.points=all} every place, {@code
 * -Dcrash.seeds=N} that many rounds.
 */
class CrashIT {
    /** What a crash in the middle of an exchange may cost: its resolution and two restarts. */
    private static final Duration BARE_BOUND = Duration.ofMinutes(2);

    private static final String FEW = "5";

    @Test
    void nothingIsLostDoubledOrBareWhereverItDies() throws Exception {
        var first = Long.getLong("crash.seed", System.nanoTime() % 1_000_000);
        int rounds = Integer.getInteger("crash.seeds", 1);
        for (long seed = first; seed < first + rounds; seed++) {
            System.out.printf("crash campaign: -Dcrash.seed=%d%n", seed);
            round(seed);
        }
    }

    private static void round(long seed) throws Exception {
        try (var campaign = new CrashCampaign(seed)) {
            for (var place : places(new Random(seed))) {
                System.out.printf("crash campaign: dies at %s%n", place.point());
                campaign.live(place);
            }
            var findings = campaign.settle();
            var bare = campaign.bare();
            System.out.printf(
                    "crash campaign: seed %d, %d orders, longest unknown %s, longest bare %s%n",
                    seed,
                    campaign.orders(),
                    campaign.longestUnknown(),
                    bare.isEmpty() ? "never" : bare.getFirst());
            assertThat(findings).as("seed %d", seed).isEmpty();
            assertThat(bare)
                    .as("seed %d: time without protection", seed)
                    .allMatch(span -> span.length().compareTo(BARE_BOUND) <= 0);
        }
    }

    /** All of them, or a few that differ from seed to seed. */
    private static List<CrashPlace> places(Random random) {
        var places = new ArrayList<>(CrashPlace.all());
        Collections.shuffle(places, random);
        var wanted = System.getProperty("crash.points", FEW);
        return wanted.equals("all")
                ? places
                : places.subList(0, Math.min(places.size(), Integer.parseInt(wanted)));
    }
}
