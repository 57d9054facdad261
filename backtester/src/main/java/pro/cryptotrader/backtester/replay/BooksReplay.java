package pro.cryptotrader.backtester.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.FillEvent;
import pro.cryptotrader.contracts.event.InstrumentListed;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.core.Decision;
import pro.cryptotrader.core.position.AccountLedger;
import pro.cryptotrader.core.position.MarketView;
import pro.cryptotrader.core.position.Position;
import pro.cryptotrader.core.position.PositionDesk;

/**
 * Books once more what was filled, marks it to the recorded prices, and compares every position,
 * every balance sheet, every exit and every line of the log with what was said, byte for byte.
 */
final class BooksReplay {
    private static final String SOURCE = "position-service";
    private static final Topic[] FACTS = {
        Topic.TRADING_CONFIG, Topic.FILLS, Topic.ORDERS, Topic.ENGINE_STATE
    };

    /** So long a price may have been on its way to us, wall time in milliseconds. */
    private static final long SLOWEST_TICK = 4_000;

    private final PositionDesk desk = new PositionDesk();
    private final Session session;
    private final Feed prices;
    private final Map<Symbol, Instrument> instruments = new HashMap<>();
    private final Tally tally = new Tally();

    private BooksReplay(Session session) {
        this.session = session;
        var ticks = new ArrayList<>(session.all(Topic.MARKET_TICKS));
        ticks.sort(Comparator.comparingLong(Recorded::published));
        this.prices = new Feed(ticks);
        for (var message : session.all(Topic.MARKET_INSTRUMENTS)) {
            if (message.envelope().data() instanceof InstrumentListed listed) {
                instruments.put(listed.symbol(), listed.instrument());
            }
        }
    }

    static ReplayOutcome of(Session session) {
        var replay = new BooksReplay(session);
        for (var account : session.accounts()) {
            replay.new Account(account).replay();
        }
        return replay.tally.outcome();
    }

    /** The books as they may have been, with the bids that were known. */
    private static final class Books {
        private final AccountLedger ledger;
        private final long version;
        private final Map<Symbol, Price> bids;

        Books(AccountLedger ledger, long version, Map<Symbol, Price> bids) {
            this.ledger = ledger;
            this.version = version;
            this.bids = bids;
        }

        Books after(AccountLedger changed) {
            return new Books(changed, changed.equals(ledger) ? version : version + 1, bids);
        }

        Books marked(Tick tick) {
            var known = new HashMap<>(bids);
            known.put(tick.symbol(), tick.bid());
            return new Books(ledger.marked(tick.symbol(), tick.bid(), tick.at()), version, known);
        }
    }

    /** One account on its way through the session. */
    private final class Account {
        private final List<Feed> feeds = new ArrayList<>();
        private final List<Said> decisions;
        private final Map<UUID, Recorded> causes = new HashMap<>();
        private final Set<UUID> speaking = new HashSet<>();
        private Books books;
        private int[] heard;
        private int seen;

        Account(AccountId id) {
            books = new Books(AccountLedger.empty(id, new Asset("USDT")), 0, Map.of());
            for (var topic : FACTS) {
                feeds.add(session.feed(topic, id));
            }
            heard = new int[feeds.size()];
            decisions =
                    Said.decisions(
                            session.said(
                                    SOURCE,
                                    id,
                                    Topic.POSITIONS,
                                    Topic.POSITION_EXITS,
                                    Topic.ACCOUNT_STATE,
                                    Topic.TRADING_LOGS),
                            AccountStateChanged.class);
            for (var each : decisions) {
                if (each.cause() != null) {
                    speaking.add(each.cause());
                }
            }
            for (var feed : feeds) {
                feed.messages().forEach(each -> causes.put(each.envelope().id(), each));
            }
        }

        void replay() {
            for (var said : decisions) {
                var cause = said.cause() == null ? null : causes.get(said.cause());
                if (said.cause() != null && cause == null) {
                    tally.unjudged(said);
                } else {
                    decide(said, cause);
                }
            }
        }

        private void decide(Said said, @Nullable Recorded cause) {
            long asked = cause == null ? said.published() : cause.published();
            int most = Math.max(seen, prices.publishedBy(said.published()));
            int least = Math.max(seen, prices.publishedBy(asked - SLOWEST_TICK));
            var marked = marked(books, seen, least);
            List<Envelope<Event>> likeliest = List.of();
            for (var counts : Arrivals.of(feeds, heard, asked, said.published())) {
                var facts = facts(cause, counts);
                if (facts == null) {
                    continue;
                }
                var known = marked;
                for (int count = least; count <= most; count++) {
                    var again = again(known, facts, cause);
                    if (again == null) {
                        break;
                    }
                    if (Tally.isSame(said, again.said)) {
                        tally.reproduced(said);
                        books = again.books;
                        heard = counts;
                        seen = count;
                        return;
                    }
                    likeliest = likeliest.isEmpty() && count == most ? again.said : likeliest;
                    known = count == most ? known : marked(known, count, count + 1);
                }
            }
            tally.different(said, likeliest);
        }

        private Books marked(Books before, int from, int to) {
            var after = before;
            for (int i = from; i < to; i++) {
                if (prices.get(i).envelope().data() instanceof Tick tick) {
                    after = after.marked(tick);
                }
            }
            return after;
        }

        /** The decision after facts that led to nothing; null when they would have. */
        private @Nullable Again again(
                Books before, List<Recorded> facts, @Nullable Recorded cause) {
            var known = before;
            for (var fact : facts) {
                var effect = hear(known, fact);
                if (!effect.events().isEmpty()) {
                    return null;
                }
                known = known.after(effect.state());
            }
            return cause == null ? marks(known) : effects(known, cause);
        }

        /** What else was heard before; null when that cannot be. */
        private @Nullable List<Recorded> facts(@Nullable Recorded cause, int[] counts) {
            if (cause != null) {
                int own = feedOf(cause);
                if (counts[own] != feeds.get(own).indexOf(cause) + 1) {
                    return null;
                }
            }
            var facts = new ArrayList<Recorded>();
            for (var fact : Arrivals.between(feeds, heard, counts)) {
                if (fact.equals(cause)) {
                    continue;
                }
                if (speaking.contains(fact.envelope().id())) {
                    return null;
                }
                facts.add(fact);
            }
            return facts;
        }

        private int feedOf(Recorded cause) {
            for (int i = 0; i < feeds.size(); i++) {
                if (feeds.get(i).indexOf(cause) >= 0) {
                    return i;
                }
            }
            throw new IllegalStateException("not of this account: " + cause);
        }
    }

    /** A decision as it may have been. */
    private static final class Again {
        private final Books books;
        private final List<Envelope<Event>> said;

        Again(Books books, List<Envelope<Event>> said) {
            this.books = books;
            this.said = said;
        }
    }

    /** What the prices have changed is published now and then. */
    private static Again marks(Books books) {
        var ledger = books.ledger;
        long version = books.version + 1;
        var events = new ArrayList<Event>();
        for (var holding : ledger.holdings()) {
            var position = ledger.position(holding.asset());
            if (position != null && position.status() == PositionChanged.Status.OPEN) {
                events.add(position);
            }
        }
        events.add(ledger.statement());
        var said = new ArrayList<Envelope<Event>>();
        for (var event : events) {
            var name = "marked|%s|%d|%s".formatted(ledger.account(), version, event.key());
            said.add(Envelope.root(DeterministicId.root(name), SOURCE, ledger.at(), event));
        }
        return new Again(new Books(ledger, version, books.bids), said);
    }

    private Again effects(Books before, Recorded cause) {
        var decision = hear(before, cause);
        var ledger = decision.state();
        var envelope = cause.envelope();
        var time = envelope.data() instanceof EngineStateChanged ? ledger.at() : envelope.time();
        var said = new ArrayList<Envelope<Event>>();
        for (var effect : envelope.causes(SOURCE, time, decision.events())) {
            said.add(
                    effect.data() instanceof ExitRequested exit
                            ? new Envelope<>(
                                    Position.exitId(exit, ledger.epoch()),
                                    SOURCE,
                                    time,
                                    envelope.id(),
                                    envelope.correlation(),
                                    exit)
                            : effect);
        }
        return new Again(before.after(ledger), said);
    }

    private Decision<AccountLedger> hear(Books books, Recorded fact) {
        var market = new MarketView(instruments, books.bids);
        var ledger = books.ledger;
        return switch (fact.envelope().data()) {
            case FillEvent fill -> desk.decide(ledger, fill, market);
            case OrderEvent order -> desk.decide(ledger, order, market);
            case EngineStateChanged engine -> desk.decide(ledger, engine, market);
            case TradingConfigChanged config when ledger.isUntouched() ->
                    Decision.quiet(
                            AccountLedger.empty(
                                    ledger.account(),
                                    config.config().symbols().getFirst().quote()));
            default -> Decision.quiet(ledger);
        };
    }
}
