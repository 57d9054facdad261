package pro.cryptotrader.backtester.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import pro.cryptotrader.contracts.event.InstrumentListed;
import pro.cryptotrader.contracts.event.MarketAlert;
import pro.cryptotrader.contracts.event.MarketEvent;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.core.risk.SymbolMarket;

/** A recording in memory, by account and by symbol. */
final class Session {
    /** So long a price may have been on its way to somebody, wall time in milliseconds. */
    private static final long SLOWEST_TICK = 2_000;

    private final Map<Topic, List<Recorded>> topics = new EnumMap<>(Topic.class);
    private final Map<Symbol, Feed> ticks = new HashMap<>();
    private final Map<Symbol, Feed> news = new HashMap<>();

    private Session() {}

    static Session of(Recording recording) throws IOException {
        var session = new Session();
        for (var topic : Topic.values()) {
            session.topics.put(topic, recording.recorded(topic));
        }
        return session;
    }

    List<Recorded> all(Topic topic) {
        return topics.getOrDefault(topic, List.of());
    }

    /** Every account that has a configuration. */
    Set<AccountId> accounts() {
        var accounts = new TreeSet<AccountId>();
        for (var message : all(Topic.TRADING_CONFIG)) {
            var account = message.envelope().account();
            if (account != null) {
                accounts.add(account);
            }
        }
        return accounts;
    }

    /** What is said on a topic about an account. */
    Feed feed(Topic topic, AccountId account) {
        return new Feed(
                all(topic).stream()
                        .filter(each -> account.equals(each.envelope().account()))
                        .toList());
    }

    /** What a service has said about an account. */
    List<Recorded> said(String source, AccountId account, Topic... on) {
        var said = new ArrayList<Recorded>();
        for (var topic : on) {
            for (var message : all(topic)) {
                if (message.envelope().source().equals(source)
                        && account.equals(message.envelope().account())) {
                    said.add(message);
                }
            }
        }
        return said;
    }

    /** All prices of a symbol. */
    Feed ticks(Symbol symbol) {
        return ticks.computeIfAbsent(symbol, each -> of(each, Topic.MARKET_TICKS));
    }

    private Feed of(Symbol symbol, Topic... from) {
        var messages = new ArrayList<Recorded>();
        for (var topic : from) {
            for (var message : all(topic)) {
                if (message.envelope().data() instanceof MarketEvent event
                        && event.symbol().equals(symbol)) {
                    messages.add(message);
                }
            }
        }
        messages.sort(Comparator.comparingLong(Recorded::published));
        return new Feed(messages);
    }

    /**
     * What may have been known of a symbol's market by a decision, the likeliest first.
     *
     * @param cause when its cause was published
     * @param said when it was published
     */
    List<SymbolMarket> markets(Symbol symbol, long cause, long said) {
        var known = SymbolMarket.UNKNOWN;
        var told =
                news.computeIfAbsent(
                        symbol, each -> of(each, Topic.MARKET_INSTRUMENTS, Topic.MARKET_ALERTS));
        for (int i = 0; i < told.publishedBy(said); i++) {
            known =
                    switch (told.get(i).envelope().data()) {
                        case InstrumentListed listed -> known.with(listed);
                        case MarketAlert alert -> known.with(alert);
                        default -> known;
                    };
        }
        var markets = new ArrayList<SymbolMarket>();
        var prices = ticks(symbol);
        int least = Math.max(1, prices.publishedBy(cause - SLOWEST_TICK));
        for (int i = prices.publishedBy(said); i >= least; i--) {
            if (prices.get(i - 1).envelope().data() instanceof Tick tick) {
                markets.add(known.with(tick));
            }
        }
        if (markets.isEmpty()) {
            markets.add(known);
        }
        return markets;
    }
}
