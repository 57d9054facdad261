package pro.cryptotrader.system;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.backtester.fill.CandleInPlay;
import pro.cryptotrader.backtester.fill.Exchange;
import pro.cryptotrader.backtester.fill.Reports;
import pro.cryptotrader.backtester.fill.Scale;
import pro.cryptotrader.backtester.fill.Slippage;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.engine.Market;
import pro.cryptotrader.core.execution.EntryForm;
import pro.cryptotrader.core.execution.TradeInput;
import pro.cryptotrader.core.execution.TradeInput.Outcome;
import pro.cryptotrader.core.execution.VenueCommand;
import pro.cryptotrader.core.execution.VenueReport;
import pro.cryptotrader.simulator.market.MarketTape;
import pro.cryptotrader.simulator.market.MarketTrade;
import pro.cryptotrader.simulator.market.Recording;
import pro.cryptotrader.simulator.market.ReplayTape;
import pro.cryptotrader.simulator.matching.CancelRestriction;
import pro.cryptotrader.simulator.matching.Commission;
import pro.cryptotrader.simulator.matching.Engine;
import pro.cryptotrader.simulator.matching.Fact;
import pro.cryptotrader.simulator.matching.ListKind;
import pro.cryptotrader.simulator.matching.Order;
import pro.cryptotrader.simulator.matching.Refusal;
import pro.cryptotrader.simulator.matching.Replacement;
import pro.cryptotrader.simulator.matching.Rules;
import pro.cryptotrader.simulator.matching.Side;

/**
 * The simulated venue's own tape, book and matching as the exchange of a backtest: the very classes
 * that the venue runs, without its sockets and its clock.
 */
final class SimulatedExchange implements Exchange {
    private final Engine engine;
    private final ReplayTape tape;
    private final Market market;
    private final Reports reports;
    private final Slippage slippage = new Slippage();
    private final Map<String, MarketTrade> latest = new HashMap<>();
    private final TreeMap<Instant, Instant> trades = new TreeMap<>();
    private final Map<String, Symbol> symbols = new HashMap<>();
    private MarketTape.@Nullable Minute minute;
    private int played;
    private long now;
    private long orders;

    /**
     * Opens the venue.
     *
     * @param seed decides how candles are walked
     * @param from when its market begins
     * @param commission fraction of what is received, in 1e-8
     * @param balances of each account, in 1e-8
     */
    SimulatedExchange(
            List<Recording> recordings,
            long seed,
            Instant from,
            long commission,
            Map<AccountId, Map<String, Long>> balances,
            Market market,
            Reports reports) {
        engine =
                new Engine(
                        recordings.stream().map(each -> each.listing().instrument()).toList(),
                        Rules.of(Commission.flat(commission)));
        tape = new ReplayTape(recordings, seed, from.toEpochMilli());
        now = from.toEpochMilli();
        this.market = market;
        this.reports = reports;
        balances.forEach((account, owned) -> engine.open(account.value(), owned, now));
    }

    /** The time of the last trade until {@code moment}: what a clock shows that lives on ticks. */
    Instant lastTradeUntil(Instant moment) {
        var before = trades.floorKey(moment);
        return before == null ? Instant.EPOCH : before;
    }

    @Override
    public Trading list(Instrument instrument, Scale scale, CandleInPlay candle) {
        market.list(instrument);
        symbols.put(instrument.symbol().venueName(), instrument.symbol());
        return new SimulatedTrading(instrument.symbol(), scale, candle);
    }

    @Override
    public Slippage slippage() {
        return slippage;
    }

    @Override
    public long orders() {
        return orders;
    }

    private void playTo(long time) {
        while (true) {
            var current = minute;
            if (current == null) {
                current = tape.next().orElse(null);
                minute = current;
                played = 0;
            }
            if (current == null || current.openTime() > time) {
                break;
            }
            var ahead = current.trades();
            while (played < ahead.size() && ahead.get(played).time() <= time) {
                trade(ahead.get(played++));
            }
            if (played < ahead.size()) {
                break;
            }
            minute = null;
        }
        now = Math.max(now, time);
    }

    private void trade(MarketTrade trade) {
        now = Math.max(now, trade.time());
        latest.put(trade.symbol(), trade);
        trades.put(Instant.ofEpochMilli(trade.time()), Instant.ofEpochMilli(trade.time()));
        var facts =
                engine.trade(
                        trade.symbol(),
                        trade.price(),
                        trade.quantity(),
                        trade.buyerMaker(),
                        trade.time());
        for (var fact : facts) {
            if (fact instanceof Fact.OrderChanged changed) {
                var order = changed.order();
                reports.said(
                        new AccountId(order.account()),
                        symbol(order),
                        new TradeInput.Reported(VenueWords.of(changed)),
                        fact.time());
            }
        }
    }

    private Symbol symbol(Order order) {
        return symbols.getOrDefault(order.terms().symbol(), Symbol.of("NONE/NONE"));
    }

    @Override
    public Outcome perform(AccountId account, VenueCommand command) {
        var id = account.value();
        return switch (command) {
            case VenueCommand.PlaceEntry entry -> enter(id, entry);
            case VenueCommand.PlaceProtection oco ->
                    done(() ->
                            engine.enter(
                                    id,
                                    ListKind.OCO,
                                    oco.list().clientOrderId(),
                                    VenueWords.protection(oco),
                                    now));
            case VenueCommand.SellMarket sale ->
                    done(() -> engine.enter(id, VenueWords.sale(sale), now));
            case VenueCommand.Cancel cancel ->
                    done(() -> engine.cancel(id, number(id, cancel.order()), "cancel", now));
            case VenueCommand.Replace replace -> done(() -> replace(id, replace));
            case VenueCommand.Shrink shrink ->
                    done(() ->
                            engine.amend(
                                    id,
                                    number(id, shrink.resting()),
                                    shrink.resting().clientOrderId(),
                                    VenueWords.units(shrink.quantity().value()),
                                    now));
            case VenueCommand.LookUp question -> lookUp(id, question);
            case VenueCommand.AskBalance question -> {
                var holding = engine.state().holding(id, question.symbol().base().code());
                yield new Outcome.Balance(VenueWords.amount(holding.free() + holding.locked()));
            }
        };
    }

    /**
     * Both or neither, as the executor asks for it; a sale that is refused alone cannot be here.
     */
    private List<Fact> replace(String account, VenueCommand.Replace replace) {
        var sale = VenueWords.sale(replace.symbol(), replace.sale(), replace.quantity());
        var request =
                new Replacement.Request(
                        number(account, replace.resting()),
                        "replace",
                        CancelRestriction.ONLY_NEW,
                        false,
                        null);
        var answer = engine.replace(account, request, sale, now);
        var refusal =
                answer.cancelRefusal() == null ? answer.enterRefusal() : answer.cancelRefusal();
        if (refusal != null) {
            throw refusal;
        }
        var facts = new ArrayList<>(answer.canceled());
        facts.addAll(answer.entered());
        return facts;
    }

    private Outcome enter(String account, VenueCommand.PlaceEntry entry) {
        return entry.form() == EntryForm.PLAIN
                ? done(() -> engine.enter(account, VenueWords.purchase(entry), now))
                : done(() ->
                        engine.enter(
                                account,
                                entry.form() == EntryForm.OPOCO ? ListKind.OPOCO : ListKind.OTOCO,
                                entry.list().clientOrderId(),
                                VenueWords.entry(entry),
                                now));
    }

    private long number(String account, OrderId order) {
        return engine.state()
                .order(account, order.clientOrderId())
                .orElseThrow(() -> new Refusal(-2011, "Unknown order sent."))
                .id();
    }

    private Outcome done(Supplier<List<Fact>> command) {
        orders++;
        try {
            var latestByOrder = new LinkedHashMap<OrderId, VenueReport>();
            for (var fact : command.get()) {
                if (fact instanceof Fact.OrderChanged changed) {
                    var report = VenueWords.of(changed);
                    latestByOrder.merge(report.orderId(), report, VenueWords::joined);
                }
            }
            return new Outcome.Done(List.copyOf(latestByOrder.values()));
        } catch (Refusal refusal) {
            return new Outcome.Refused(refusal.code(), refusal.text());
        }
    }

    private Outcome lookUp(String account, VenueCommand.LookUp question) {
        var found = new ArrayList<VenueReport>();
        var absent = new HashSet<OrderId>();
        for (var item : question.items()) {
            engine.state()
                    .order(account, item.order().clientOrderId())
                    .ifPresentOrElse(
                            order ->
                                    found.add(
                                            VenueWords.of(
                                                    order,
                                                    engine.state()
                                                            .trades(each ->
                                                                    each.order().id()
                                                                            == order.id()))),
                            () -> absent.add(item.order()));
        }
        return new Outcome.Found(found, absent, Instant.ofEpochMilli(now));
    }

    /** One symbol's market. */
    private final class SimulatedTrading implements Trading {
        private final Symbol symbol;
        private final Scale scale;
        private final CandleInPlay candle;

        SimulatedTrading(Symbol symbol, Scale scale, CandleInPlay candle) {
            this.symbol = symbol;
            this.scale = scale;
            this.candle = candle;
        }

        @Override
        public void open() {
            playTo(candle.openTime());
        }

        @Override
        public void show() {
            var trade = latest.get(symbol.venueName());
            if (trade != null) {
                market.see(
                        new Tick(
                                symbol,
                                VenueWords.price(trade.price()),
                                VenueWords.price(best(Side.SELL)),
                                VenueWords.price(best(Side.BUY)),
                                trade.id(),
                                Instant.ofEpochMilli(trade.time())));
            }
        }

        /** All symbols, so that everything happens in order of time. */
        @Override
        public void walk() {
            playTo(candle.closeTime() - 1);
        }

        @Override
        public long bid() {
            return latest.containsKey(symbol.venueName())
                    ? scale.scaled(VenueWords.amount(best(Side.SELL)))
                    : candle.close();
        }

        private long best(Side taker) {
            return engine.book(symbol.venueName()).levels(taker, 1).getFirst().price();
        }
    }
}
