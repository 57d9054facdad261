package pro.cryptotrader.backtester.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.AccountEvent;
import pro.cryptotrader.contracts.event.EngineCommand;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.core.Decision;
import pro.cryptotrader.core.risk.AccountFacts;
import pro.cryptotrader.core.risk.AccountRisk;
import pro.cryptotrader.core.risk.EngineDesk;
import pro.cryptotrader.core.risk.RiskDesk;

/**
 * Gives risk once more what it had heard, and compares every verdict, every state of the engine and
 * every line of the log with what it says now, byte for byte.
 */
final class VerdictReplay {
    private static final String SOURCE = "risk-service";

    private static final Topic[] FACTS = {
        Topic.TRADING_CONFIG,
        Topic.POSITIONS,
        Topic.ACCOUNT_STATE,
        Topic.ORDERS,
        Topic.ENGINE_ACKS,
        Topic.ENGINE_COMMANDS
    };

    private final RiskDesk riskDesk = new RiskDesk();
    private final EngineDesk engineDesk = new EngineDesk();
    private final AccountFacts facts = new AccountFacts();
    private final Session session;
    private final Tally tally = new Tally();

    private VerdictReplay(Session session) {
        this.session = session;
    }

    static ReplayOutcome of(Session session) {
        var replay = new VerdictReplay(session);
        for (var account : session.accounts()) {
            replay.new Account(account).replay();
        }
        return replay.tally.outcome();
    }

    /** A decision as it may have been. */
    private static final class Attempt {
        private final AccountRisk state;
        private final int[] heard;
        private final List<Envelope<Event>> said;

        Attempt(AccountRisk state, int[] heard, List<Envelope<Event>> said) {
            this.state = state;
            this.heard = heard;
            this.said = said;
        }
    }

    /** One account on its way through the session. */
    private final class Account {
        private final List<Feed> feeds = new ArrayList<>();
        private final List<Said> decisions;
        private final Map<UUID, Recorded> causes = new HashMap<>();
        private final Set<UUID> speaking = new HashSet<>();
        private AccountRisk state;
        private int[] heard;

        Account(AccountId id) {
            state = AccountRisk.unknown(id);
            for (var topic : FACTS) {
                feeds.add(session.feed(topic, id));
            }
            heard = new int[feeds.size()];
            var said =
                    session.said(
                            SOURCE,
                            id,
                            Topic.RISK_VERDICTS,
                            Topic.ENGINE_STATE,
                            Topic.TRADING_LOGS);
            decisions = Said.decisions(said, RiskVerdict.class);
            for (var each : decisions) {
                if (each.cause() != null) {
                    speaking.add(each.cause());
                }
            }
            for (var feed : feeds) {
                feed.messages().forEach(each -> causes.put(each.envelope().id(), each));
            }
            session.all(Topic.SIGNALS).forEach(each -> causes.put(each.envelope().id(), each));
        }

        void replay() {
            for (var said : decisions) {
                var cause = said.cause() == null ? null : causes.get(said.cause());
                if (cause == null || (state.terms() == null && isSignal(cause))) {
                    tally.unjudged(said);
                } else {
                    decide(said, cause);
                }
            }
        }

        private static boolean isSignal(Recorded message) {
            return message.envelope().data() instanceof Signal;
        }

        private void decide(Said said, Recorded cause) {
            @Nullable Attempt likeliest = null;
            for (var counts : Arrivals.of(feeds, heard, cause.published(), said.published())) {
                for (var attempt : attempts(said, cause, counts)) {
                    if (Tally.isSame(said, attempt.said)) {
                        tally.reproduced(said);
                        keep(attempt);
                        return;
                    }
                    likeliest = likeliest == null ? attempt : likeliest;
                }
            }
            tally.different(said, likeliest == null ? List.of() : likeliest.said);
            if (likeliest != null) {
                keep(likeliest);
            }
        }

        private void keep(Attempt attempt) {
            state = attempt.state;
            heard = attempt.heard;
        }

        /** The decision after so many facts, at each price that may have been the latest. */
        private List<Attempt> attempts(Said said, Recorded cause, int[] counts) {
            int own = feedOf(cause);
            if (own >= 0 && counts[own] != feeds.get(own).indexOf(cause) + 1) {
                return List.of();
            }
            var before = state;
            for (var fact : Arrivals.between(feeds, heard, counts)) {
                if (fact.equals(cause)) {
                    continue;
                }
                if (speaking.contains(fact.envelope().id())) {
                    return List.of();
                }
                var learnt = learn(before, fact, Instant.EPOCH);
                if (!learnt.events().isEmpty()) {
                    return List.of();
                }
                before = learnt.state();
            }
            return cause.envelope().data() instanceof Signal signal
                    ? answers(before, cause, signal, said, counts)
                    : List.of(
                            attempt(
                                    learn(before, cause, wallTime(said)),
                                    cause.envelope().time(),
                                    cause,
                                    counts));
        }

        private int feedOf(Recorded cause) {
            for (int i = 0; i < feeds.size(); i++) {
                if (feeds.get(i).indexOf(cause) >= 0) {
                    return i;
                }
            }
            return -1;
        }

        private List<Attempt> answers(
                AccountRisk before, Recorded cause, Signal signal, Said said, int[] counts) {
            var attempts = new ArrayList<Attempt>();
            for (var market :
                    session.markets(signal.symbol(), cause.published(), said.published())) {
                attempts.add(
                        attempt(
                                riskDesk.decide(before, market, cause.envelope().id(), signal),
                                market.timeAt(signal),
                                cause,
                                counts));
            }
            return attempts;
        }

        private static Attempt attempt(
                Decision<AccountRisk> decision, Instant now, Recorded cause, int[] counts) {
            return new Attempt(
                    decision.state(),
                    counts,
                    cause.envelope().causes(SOURCE, now, decision.events()));
        }
    }

    /** What the wall clock said is an input too: the recording has it where it matters. */
    private static Instant wallTime(Said said) {
        for (var message : said.messages()) {
            if (message.envelope().data() instanceof EngineStateChanged engine) {
                return engine.at();
            }
        }
        return Instant.EPOCH;
    }

    private Decision<AccountRisk> learn(AccountRisk account, Recorded fact, Instant wallTime) {
        return switch (fact.envelope().data()) {
            case EngineCommand command -> engineDesk.decide(account, fact.envelope().id(), command);
            case AccountEvent event -> facts.learn(account, event, wallTime);
            default -> Decision.quiet(account);
        };
    }
}
