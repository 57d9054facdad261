package pro.cryptotrader.executor.crash;

import java.util.ArrayList;
import java.util.List;

/**
 * A place at which the executor dies.
 *
 * @param kind what it does there: an entry, protection, a cancel, a sale, both in one request, a
 *     protection made smaller, the comparison
 */
record CrashPlace(String stage, String kind) {
    private static final List<String> STAGES =
            List.of(
                    "before-intent-commit",
                    "after-intent-commit",
                    "before-send",
                    "after-send",
                    "after-reply",
                    "before-reply-commit",
                    "after-reply-commit");
    private static final List<String> KINDS =
            List.of("PLACE_ENTRY", "PLACE_PROTECTION", "CANCEL", "SELL", "REPLACE", "SHRINK");

    static List<CrashPlace> all() {
        var places = new ArrayList<CrashPlace>();
        for (var kind : KINDS) {
            STAGES.forEach(stage -> places.add(new CrashPlace(stage, kind)));
        }
        for (var stage : List.of("before", "within", "after")) {
            places.add(new CrashPlace(stage, "RECONCILE"));
        }
        places.add(new CrashPlace("after-publish", "OUTBOX"));
        return places;
    }

    /** Published, and not yet noted as published: the test makes that moment last. */
    boolean isPublish() {
        return kind.equals("OUTBOX");
    }

    String point() {
        return stage + ":" + kind;
    }
}
