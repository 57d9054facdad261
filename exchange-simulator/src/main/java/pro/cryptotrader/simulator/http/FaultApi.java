package pro.cryptotrader.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import pro.cryptotrader.simulator.fault.Effect;
import pro.cryptotrader.simulator.fault.Fault;
import pro.cryptotrader.simulator.fault.FaultReader;
import pro.cryptotrader.simulator.fault.FaultReport;
import pro.cryptotrader.simulator.fault.Faults;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.venue.Venue;

/** Orders, shows and ends faults. */
@Singleton
public class FaultApi {
    private final Faults faults;
    private final Venue venue;

    /** Faults of {@code venue}. */
    public FaultApi(Faults faults, Venue venue) {
        this.faults = faults;
        this.venue = venue;
        venue.closeMarketsIf(faults::halted);
        faults.onBegin(this::shock);
        faults.onEnd(this::unshock);
    }

    ObjectNode add(JsonNode request) {
        var order = FaultReader.read(request);
        var symbol = order.scope().symbol();
        if (symbol != null && !venue.symbols().contains(symbol)) {
            throw new IllegalArgumentException(
                    "symbol is '%s', but must be one of %s".formatted(symbol, venue.symbols()));
        }
        var account = order.scope().account();
        if (account != null && !venue.read(engine -> engine.state().hasAccount(account))) {
            throw new IllegalArgumentException(
                    "account is '%s', but must be one that was opened at this venue"
                            .formatted(account));
        }
        return FaultReport.of(faults.add(order.effect(), order.scope(), order.limit()));
    }

    JsonNode all() {
        return QueryApi.array(List.copyOf(faults.all()), FaultReport::of);
    }

    ObjectNode find(String id) {
        return FaultReport.of(fault(id));
    }

    ObjectNode remove(String id) {
        var fault = fault(id);
        faults.remove(fault);
        return FaultReport.of(fault);
    }

    JsonNode clear() {
        faults.clear();
        return all();
    }

    private Fault fault(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException(
                    "the fault's id is '%s', but must be a number".formatted(id));
        }
        return faults.find(Long.parseLong(id))
                .orElseThrow(() -> new IllegalArgumentException("there is no fault " + id));
    }

    private void shock(Fault fault) {
        if (fault.effect() instanceof Effect.ShockPrice shock) {
            multiply(String.valueOf(fault.scope().symbol()), 1 + shock.percent() / 100);
            faults.struck(fault);
        }
    }

    /** A shock that was to last for a time is undone; the prices that were, were. */
    private void unshock(Fault fault) {
        if (fault.effect() instanceof Effect.ShockPrice shock
                && fault.state() != Fault.State.SPENT) {
            multiply(String.valueOf(fault.scope().symbol()), 1 / (1 + shock.percent() / 100));
        }
    }

    private void multiply(String symbol, double factor) {
        var scaled = Math.round(factor * Amounts.ONE);
        venue.command("#operator", "shock", (engine, time) -> engine.shock(symbol, scaled, time));
    }
}
