package pro.cryptotrader.contracts.config;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Guesses which name was meant, by the fewest letters to change, add or leave out. */
final class NearestName {
    private static final int LONGEST = 60;

    private NearestName() {}

    /** Null when none is near: more than half of its letters would have to change. */
    static @Nullable String of(String name, Collection<String> known) {
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (var candidate : known) {
            int changes = name.length() > LONGEST ? name.length() : changes(name, candidate);
            if (changes < least && changes <= Math.max(1, candidate.length() / 2)) {
                least = changes;
                nearest = candidate;
            }
        }
        return nearest;
    }

    private static int changes(String from, String to) {
        var row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replace = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
