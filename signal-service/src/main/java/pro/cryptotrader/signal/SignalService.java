package pro.cryptotrader.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.event.Signal.SignalType;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.core.signal.SignalDesk;
import pro.cryptotrader.messaging.Inbox;
import pro.cryptotrader.messaging.Outbox;
import pro.cryptotrader.signal.outbound.CandleHistory;
import pro.cryptotrader.signal.outbound.Executions;
import pro.cryptotrader.signal.outbound.SignalLog;
import pro.cryptotrader.signal.outbound.Subscriptions;

/** Runs the signal desk: messages in, one transaction, signals and their log out. */
@ApplicationScoped
public class SignalService {
    private static final String NAME = "signal-service";

    /** Protection that fills ends a position; it does not execute a signal. */
    private static final Set<OrderRole> EXECUTING = EnumSet.of(OrderRole.ENTRY, OrderRole.EXIT);

    private final Inbox inbox;
    private final Outbox outbox;
    private final CandleHistory history;
    private final WarmStreams streams;
    private final Subscriptions subscriptions;
    private final SignalLog log;
    private final Executions executions;
    private final SignalDesk desk = new SignalDesk();

    SignalService(
            Inbox inbox,
            Outbox outbox,
            CandleHistory history,
            WarmStreams streams,
            Subscriptions subscriptions,
            SignalLog log,
            Executions executions) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.history = history;
        this.streams = streams;
        this.subscriptions = subscriptions;
        this.log = log;
        this.executions = executions;
    }

    /** Whoever calls it forgets the {@link WarmStreams} when it fails. */
    @Transactional
    public void onCandles(List<Envelope<CandleClosed>> candles) {
        boolean[] isNew =
                history.append(candles.stream().map(each -> each.data().candle()).toList());
        var effects = new ArrayList<Envelope<?>>();
        for (int i = 0; i < isNew.length; i++) {
            if (isNew[i]) {
                effects.addAll(judge(candles.get(i)));
            }
        }
        outbox.append(effects);
    }

    /** Candles that nobody trades are kept and warm, so that they can be traded at any time. */
    private List<Envelope<?>> judge(Envelope<CandleClosed> closed) {
        var candle = closed.data().candle();
        var subscribers =
                closed.data().history()
                        ? List.<Subscriber>of()
                        : subscriptions.of(Series.of(candle));
        var decision =
                desk.decide(streams.upTo(candle), new CandleClosed(candle, subscribers.isEmpty()));
        history.trim(candle);
        var effects = new ArrayList<Envelope<?>>();
        for (var effect : closed.causes(NAME, candle.closeTime(), decision.events())) {
            effects.add(effect);
            if (effect.data() instanceof Signal signal) {
                log.append(effect.id(), signal, candle.closeTime(), subscribers);
                effects.addAll(tell(effect, signal, subscribers));
            }
        }
        return effects;
    }

    private static List<Envelope<Event>> tell(
            Envelope<Event> effect, Signal signal, List<Subscriber> subscribers) {
        if (signal.type() == SignalType.HOLD) {
            return List.of();
        }
        var lines = new ArrayList<Envelope<Event>>(subscribers.size());
        for (var subscriber : subscribers) {
            // Named so that no other service calls a line about the same signal alike.
            lines.add(
                    effect.causes(
                            NAME,
                            NAME + "|" + subscriber.account(),
                            effect.time(),
                            new TradingLog(
                                    subscriber.account(),
                                    TradingLog.Level.INFO,
                                    NAME,
                                    sentence(signal),
                                    Map.of(
                                            "signalId", effect.id().toString(),
                                            "symbol", signal.symbol().toString(),
                                            "confidence", Integer.toString(signal.confidence())),
                                    effect.time())));
        }
        return lines;
    }

    private static String sentence(Signal signal) {
        return "%s %s at %s, confidence %d, stop-loss %s, take-profit %s"
                .formatted(
                        signal.type(),
                        signal.symbol(),
                        signal.entry(),
                        signal.confidence(),
                        signal.stopLoss(),
                        signal.takeProfit());
    }

    @Transactional
    public void onConfig(Envelope<Event> envelope) {
        if (inbox.accept(envelope.id()) && envelope.data() instanceof TradingConfigChanged change) {
            subscriptions.save(change);
        }
    }

    /** Marks signals as executed; a verdict and its fills may arrive in any order. */
    @Transactional
    public void onExecution(Envelope<Event> envelope) {
        if (!inbox.accept(envelope.id())) {
            return;
        }
        switch (envelope.data()) {
            case RiskVerdict.Approved approved ->
                    executions
                            .permit(envelope.id(), approved.signalId(), approved.account())
                            .ifPresent(log::mark);
            case Fill fill when EXECUTING.contains(fill.role()) ->
                    executions.fill(fill).ifPresent(log::mark);
            default -> {}
        }
    }
}
