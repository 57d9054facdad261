package pro.cryptotrader.backtester.replay;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A live session, decided once more by the same deciders.
 *
 * @param outcomes by what was decided: signals, verdicts, orders, books
 */
public record Replay(SortedMap<String, ReplayOutcome> outcomes) {

    /**
     * Replays everything.
     *
     * @throws IOException when the recording cannot be read
     */
    public static Replay of(Recording recording) throws IOException {
        var outcomes = new TreeMap<String, ReplayOutcome>();
        var session = Session.of(recording);
        outcomes.put("signals", SignalReplay.of(recording));
        outcomes.put("verdicts and engine", VerdictReplay.of(session));
        outcomes.put("orders and fills", OrderReplay.of(session));
        outcomes.put("positions and account state", BooksReplay.of(session));
        return new Replay(outcomes);
    }

    /** Whether nothing came out otherwise. */
    public boolean isSame() {
        return outcomes.values().stream().allMatch(each -> each.different() == 0);
    }
}
