package pro.cryptotrader.executor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Replies are lost, refused and late, events doubled and dropped, clocks wrong, broker and database
 * killed; in the end the venue's books and the log agree. Properties as in {@link CrashIT}, {@code
 * -Dtrouble.count=all} for every one.
 */
class TroubleIT {
    private static final String FEW = "5";

    @Test
    void nothingIsLostOrDoubledWhateverGoesWrongAroundIt() throws Exception {
        var first = Long.getLong("crash.seed", System.nanoTime() % 1_000_000);
        int rounds = Integer.getInteger("crash.seeds", 1);
        for (long seed = first; seed < first + rounds; seed++) {
            System.out.printf("crash campaign: -Dcrash.seed=%d%n", seed);
            try (var campaign = new CrashCampaign(seed)) {
                campaign.suffer(troubles(campaign, new Random(seed)));
                var findings = campaign.settle();
                System.out.printf(
                        "crash campaign: seed %d, %d orders, longest bare %s%n",
                        seed,
                        campaign.orders(),
                        campaign.bare().stream().findFirst().map(Object::toString).orElse("never"));
                assertThat(findings).as("seed %d", seed).isEmpty();
            }
        }
    }

    /** Broker and database always; of the venue's faults a few that differ from seed to seed. */
    private static List<Trouble> troubles(CrashCampaign campaign, Random random) {
        var faults = new ArrayList<>(Trouble.all());
        faults.removeIf(trouble -> !(trouble instanceof Trouble.VenueFault));
        if (!campaign.venue().hasFaults()) {
            System.out.println("crash campaign: this venue knows no faults, SKIPPED");
            faults.clear();
        }
        Collections.shuffle(faults, random);
        var wanted = System.getProperty("trouble.count", FEW);
        var troubles =
                new ArrayList<>(
                        wanted.equals("all")
                                ? faults
                                : faults.subList(
                                        0, Math.min(faults.size(), Integer.parseInt(wanted))));
        troubles.add(new Trouble.KilledBroker());
        troubles.add(new Trouble.KilledDatabase());
        return troubles;
    }
}
