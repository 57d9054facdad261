package pro.cryptotrader.gateway.readmodel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.InstrumentListed;
import pro.cryptotrader.contracts.event.MarketAlert;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.gateway.live.Push;

/** Keeps what everybody may see; runs in its caller's transaction. */
@ApplicationScoped
public class MarketProjection {
    private final Signals signals;
    private final Instruments instruments;
    private final Json json;

    MarketProjection(Signals signals, Instruments instruments, Json json) {
        this.signals = signals;
        this.instruments = instruments;
        this.json = json;
    }

    public List<Push> signal(Envelope<Event> event, Signal signal) {
        var row = new SignalRow();
        row.id = event.id();
        row.symbol = signal.symbol().toString();
        row.interval = signal.interval().code();
        row.type = signal.type().name();
        row.confidence = signal.confidence();
        row.candleOpenTime = signal.candleOpenTime();
        row.at = event.time();
        row.data = json.write(signal);
        signals.persist(row);
        return List.of(new Push("signal", null, json.write(row.document("signal"))));
    }

    public List<Push> instrument(InstrumentListed listed) {
        var symbol = listed.symbol().toString();
        var row =
                instruments
                        .findByIdOptional(symbol)
                        .orElseGet(() -> {
                            var fresh = new InstrumentRow();
                            fresh.symbol = symbol;
                            return fresh;
                        });
        row.data = json.write(listed.instrument());
        instruments.persist(row);
        return List.of(new Push("instrument", null, row.data));
    }

    /** Alerts are moments: shown, not kept here. */
    public List<Push> alert(Envelope<Event> event, MarketAlert alert) {
        var document =
                new Document(event.id().toString(), null, "alert", event.time(), json.write(alert));
        return List.of(new Push("alert", null, json.write(document)));
    }
}
