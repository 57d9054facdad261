package pro.cryptotrader.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.BacktestChanged;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.FillEvent;
import pro.cryptotrader.contracts.event.Heartbeat;
import pro.cryptotrader.contracts.event.InstrumentListed;
import pro.cryptotrader.contracts.event.MarketAlert;
import pro.cryptotrader.contracts.event.NotificationChanged;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.gateway.live.Push;
import pro.cryptotrader.gateway.readmodel.AccountProjection;
import pro.cryptotrader.gateway.readmodel.MarketProjection;
import pro.cryptotrader.gateway.readmodel.TradeProjection;
import pro.cryptotrader.messaging.Inbox;

/** Keeps the read models: one event in, one transaction, and then what the screens should show. */
@ApplicationScoped
@Transactional
public class Projections {
    private final Inbox inbox;
    private final MarketProjection market;
    private final TradeProjection trade;
    private final AccountProjection account;
    private final EngineDesk engine;
    private final BacktestDesk backtests;

    Projections(
            Inbox inbox,
            MarketProjection market,
            TradeProjection trade,
            AccountProjection account,
            EngineDesk engine,
            BacktestDesk backtests) {
        this.inbox = inbox;
        this.market = market;
        this.trade = trade;
        this.account = account;
        this.engine = engine;
        this.backtests = backtests;
    }

    /**
     * Takes the event in, once. The pushes are for after this has returned: a screen never runs
     * ahead of the database.
     */
    public List<Push> apply(Envelope<Event> event) {
        // These replace each other; remembering each would only fill the inbox.
        if (event.data() instanceof Heartbeat heartbeat) {
            return account.heartbeat(heartbeat);
        }
        if (event.data() instanceof BacktestChanged change) {
            return backtests.changed(change);
        }
        if (!inbox.accept(event.id())) {
            return List.of();
        }
        return switch (event.data()) {
            case Signal signal -> market.signal(event, signal);
            case InstrumentListed listed -> market.instrument(listed);
            case MarketAlert alert -> market.alert(event, alert);
            case RiskVerdict verdict -> trade.verdict(event, verdict);
            case ExitRequested exit -> trade.exit(event, exit);
            case OrderEvent order -> trade.order(event, order);
            case FillEvent.Fill fill -> trade.fill(event, fill);
            case PositionChanged position -> account.position(position);
            case AccountStateChanged state -> account.state(state);
            case NotificationChanged notification -> account.notification(event, notification);
            case TradingLog line -> log(event, line);
            case EngineStateChanged state -> engine.stateSeen(state);
            default -> List.of();
        };
    }

    private List<Push> log(Envelope<Event> event, TradingLog line) {
        var pushes = new ArrayList<>(account.log(event, line));
        pushes.addAll(engine.lineSeen(line));
        return pushes;
    }
}
