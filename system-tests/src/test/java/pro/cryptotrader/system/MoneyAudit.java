package pro.cryptotrader.system;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.FillEvent;
import pro.cryptotrader.contracts.event.InstrumentListed;
import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;

/** Compares balances, positions and their protection with what the venue has. */
final class MoneyAudit {
    private final VenueBook venue;
    private final List<? extends Envelope<?>> events;
    private final List<String> findings = new ArrayList<>();

    private MoneyAudit(VenueBook venue, List<? extends Envelope<?>> events) {
        this.venue = venue;
        this.events = events;
    }

    /**
     * Everything that does not agree, one sentence each; empty when all is well.
     *
     * @param events all messages of the topics {@code fills}, {@code positions}, {@code
     *     account.state} and {@code market.instruments}
     */
    static List<String> findings(VenueBook venue, List<? extends Envelope<?>> events) {
        var audit = new MoneyAudit(venue, events);
        audit.compare("the fills add up to", sum(events));
        audit.accountState();
        audit.positions();
        return audit.findings;
    }

    /** What openings, deposits and fills, less commissions, leave of every asset. */
    static SortedMap<String, BigDecimal> sum(List<? extends Envelope<?>> events) {
        var sum = new TreeMap<String, BigDecimal>();
        for (var envelope : Envelopes.of(FillEvent.class, events)) {
            switch (envelope.data()) {
                case FillEvent.FundsChanged funds -> add(sum, funds.asset().code(), funds.delta());
                case FillEvent.Fill fill -> {
                    var quote = fill.price().value().multiply(fill.quantity().value());
                    var base = fill.quantity().value();
                    boolean buy = fill.side() == Side.BUY;
                    add(sum, fill.symbol().base().code(), buy ? base : base.negate());
                    add(sum, fill.symbol().quote().code(), buy ? quote.negate() : quote);
                    add(sum, fill.commissionAsset().code(), fill.commission().negate());
                }
            }
        }
        return sum;
    }

    private static void add(Map<String, BigDecimal> sum, String asset, BigDecimal delta) {
        sum.merge(asset, delta, BigDecimal::add);
    }

    private void compare(String who, Map<String, BigDecimal> balances) {
        var assets = new TreeSet<>(venue.balances().keySet());
        assets.addAll(balances.keySet());
        for (var asset : assets) {
            var ours = balances.getOrDefault(asset, BigDecimal.ZERO);
            var theirs = venue.balances().getOrDefault(asset, BigDecimal.ZERO);
            if (ours.compareTo(theirs) != 0) {
                findings.add(
                        "%s %s %s, but the venue has %s"
                                .formatted(
                                        who, ours.toPlainString(), asset, theirs.toPlainString()));
            }
        }
    }

    private void accountState() {
        var states = Envelopes.of(AccountStateChanged.class, events);
        if (states.isEmpty()) {
            findings.add("nobody has told the account's state");
            return;
        }
        var balances = new TreeMap<String, BigDecimal>();
        states.getLast()
                .data()
                .balances()
                .forEach((asset, balance) -> balances.put(asset.code(), balance));
        compare("account.state says", balances);
    }

    private void positions() {
        var instruments = new HashMap<Symbol, Instrument>();
        Envelopes.of(InstrumentListed.class, events)
                .forEach(listed ->
                        instruments.put(listed.data().symbol(), listed.data().instrument()));
        var positions = new TreeMap<Symbol, PositionChanged>();
        Envelopes.of(PositionChanged.class, events)
                .forEach(position -> positions.put(position.data().symbol(), position.data()));
        for (var position : positions.values()) {
            var instrument = instruments.get(position.symbol());
            if (instrument == null) {
                findings.add(
                        "there is a position in %s without an instrument"
                                .formatted(position.symbol()));
                continue;
            }
            size(position, instrument);
            if (isSellable(position, instrument)) {
                protection(position, instrument);
            }
        }
        var known = new TreeSet<String>();
        positions.keySet().forEach(symbol -> known.add(symbol.base().code()));
        Envelopes.of(AccountStateChanged.class, events)
                .forEach(state -> known.add(state.data().quoteAsset().code()));
        for (var asset : venue.balances().keySet()) {
            if (!known.contains(asset)) {
                findings.add(
                        "the venue holds %s, but there was never a position in it"
                                .formatted(asset));
            }
        }
    }

    private static boolean isSellable(PositionChanged position, Instrument instrument) {
        return position.status() == PositionChanged.Status.OPEN
                && instrument.isWorthTrading(
                        position.mark(), instrument.floor(position.quantity()));
    }

    /** What is held beside the position is never worth an order: it would be an unseen position. */
    private void size(PositionChanged position, Instrument instrument) {
        var held = venue.balances().getOrDefault(position.symbol().base().code(), BigDecimal.ZERO);
        var beside = held.subtract(position.quantity().value());
        if (beside.signum() < 0) {
            findings.add(
                    "%s, but the venue holds only %s".formatted(position, held.toPlainString()));
        } else if (instrument.isWorthTrading(
                position.mark(), instrument.floor(new Quantity(beside)))) {
            findings.add(
                    "beside %s the venue holds %s".formatted(position, beside.toPlainString()));
        }
    }

    /** A stop and a target rest at the venue, each for the whole position and no more. */
    private void protection(PositionChanged position, Instrument instrument) {
        var stops = resting(position, "STOP_LOSS");
        var targets = resting(position, "LIMIT_MAKER");
        var missing = position.quantity().value().subtract(stops);
        if (stops.signum() == 0
                || stops.compareTo(targets) != 0
                || missing.compareTo(instrument.stepSize()) >= 0) {
            findings.add(
                    "%s is protected by a stop for %s and a target for %s"
                            .formatted(position, stops.toPlainString(), targets.toPlainString()));
        }
    }

    private BigDecimal resting(PositionChanged position, String type) {
        return venue.orders().stream()
                .filter(order ->
                        order.isResting()
                                && !order.isBuy()
                                && order.type().startsWith(type)
                                && order.symbol().equals(position.symbol().venueName()))
                .map(order -> order.quantity().subtract(order.executed()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
