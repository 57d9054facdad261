package pro.cryptotrader.backtester.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.EventType;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.core.execution.Permit;
import pro.cryptotrader.core.execution.Trade;
import pro.cryptotrader.core.execution.TradeInput;

/**
 * What the executor told of one account's trades in one symbol, in its own order: the ids of its
 * events count them, over all topics.
 */
final class ToldOrders {
    private static final String SOURCE = "executor-service";

    /** How many numbers may have been used for what is on no topic here. */
    private static final int WIDEST_GAP = 400;

    private final AccountId account;
    private final Symbol symbol;
    private final List<Recorded> messages;
    private final List<Long> numbers;

    private ToldOrders(AccountId account, Symbol symbol, SortedMap<Long, Recorded> byNumber) {
        this.account = account;
        this.symbol = symbol;
        this.messages = List.copyOf(byNumber.values());
        this.numbers = List.copyOf(byNumber.keySet());
    }

    static ToldOrders of(Session session, AccountId account, Symbol symbol) {
        var byNumber = new TreeMap<Long, Recorded>();
        for (var topic : List.of(Topic.ORDERS, Topic.FILLS, Topic.TRADING_LOGS)) {
            long number = 0;
            for (var message : session.said(SOURCE, account, topic)) {
                long found = number(message, account, symbol, number);
                if (found >= 0) {
                    byNumber.put(found, message);
                    number = found + 1;
                }
            }
        }
        return new ToldOrders(account, symbol, byNumber);
    }

    /** Which of the trade's events it is; -1 when it is of another trade. */
    private static long number(Recorded message, AccountId account, Symbol symbol, long from) {
        var envelope = message.envelope();
        if (envelope.data() instanceof OrderEvent order && !order.symbol().equals(symbol)) {
            return -1;
        }
        for (long number = from; number < from + WIDEST_GAP; number++) {
            var name = name(envelope.data(), account, symbol, number);
            var cause = envelope.cause();
            var id = cause == null ? DeterministicId.root(name) : DeterministicId.of(cause, name);
            if (id.equals(envelope.id())) {
                return number;
            }
        }
        return -1;
    }

    private static String name(Event event, AccountId account, Symbol symbol, long number) {
        return "%s|%s|%s|%d".formatted(EventType.of(event).typeName(), account, symbol, number);
    }

    int size() {
        return messages.size();
    }

    Recorded get(int index) {
        return messages.get(index);
    }

    List<Recorded> messages() {
        return messages;
    }

    /** How long something was unprotected is measured by the wall clock. */
    boolean isByTheWallClock(Recorded message) {
        return message.envelope().data() instanceof TradingLog log
                && log.message().contains("without protection");
    }

    /** The next {@code count} messages; null when there are not so many. */
    @Nullable Said next(int index, int count) {
        return count == 0 || index + count > messages.size()
                ? null
                : new Said(null, messages.subList(index, index + count));
    }

    /** Whether the entry that is told next comes with its legs. */
    boolean bringsProtection(int index) {
        return index + 1 < messages.size()
                && messages.get(index + 1).envelope().data() instanceof OrderEvent.OrderIntended leg
                && (leg.role() == OrderRole.STOP_LOSS || leg.role() == OrderRole.TAKE_PROFIT);
    }

    /** What the decider says now, in the envelopes that the executor would put around it. */
    List<Envelope<Event>> envelopes(int index, List<Event> events, Trade trade, TradeInput input) {
        var now = messages.get(index).envelope().time();
        var envelopes = new ArrayList<Envelope<Event>>();
        for (var event : events) {
            var permit = permit(event, trade, input);
            var name = name(event, account, symbol, numbers.get(index) + envelopes.size());
            envelopes.add(
                    permit == null
                            ? Envelope.root(DeterministicId.root(name), SOURCE, now, event)
                            : new Envelope<>(
                                    DeterministicId.of(permit.id(), name),
                                    SOURCE,
                                    now,
                                    permit.id(),
                                    permit.correlation(),
                                    event));
        }
        return envelopes;
    }

    private static @Nullable Permit permit(Event event, Trade trade, TradeInput input) {
        var id =
                switch (event) {
                    case Fill fill -> fill.orderId();
                    case OrderEvent order -> order.orderId();
                    default -> null;
                };
        var order = id == null ? null : trade.order(id);
        if (order != null) {
            return order.intent().permit();
        }
        return switch (input) {
            case TradeInput.Buy buy -> buy.permit();
            case TradeInput.Sell sell -> sell.permit();
            case TradeInput.Leave leave -> leave.permit();
            default -> trade.plan() == null ? null : trade.plan().permit();
        };
    }
}
