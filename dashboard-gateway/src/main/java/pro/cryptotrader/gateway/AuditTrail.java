package pro.cryptotrader.gateway;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.gateway.outbound.Candles;
import pro.cryptotrader.gateway.readmodel.ExitRow;
import pro.cryptotrader.gateway.readmodel.Exits;
import pro.cryptotrader.gateway.readmodel.FillRow;
import pro.cryptotrader.gateway.readmodel.Fills;
import pro.cryptotrader.gateway.readmodel.Json;
import pro.cryptotrader.gateway.readmodel.OrderEventRow;
import pro.cryptotrader.gateway.readmodel.OrderEvents;
import pro.cryptotrader.gateway.readmodel.SignalRow;
import pro.cryptotrader.gateway.readmodel.Signals;
import pro.cryptotrader.gateway.readmodel.VerdictRow;
import pro.cryptotrader.gateway.readmodel.Verdicts;

/** Walks from a fill back to what caused it. Runs in its caller's transaction. */
@ApplicationScoped
public class AuditTrail {
    private final Fills fills;
    private final OrderEvents orderEvents;
    private final Verdicts verdicts;
    private final Exits exits;
    private final Signals signals;
    private final Candles candles;
    private final Json json;

    AuditTrail(
            Fills fills,
            OrderEvents orderEvents,
            Verdicts verdicts,
            Exits exits,
            Signals signals,
            Candles candles,
            Json json) {
        this.fills = fills;
        this.orderEvents = orderEvents;
        this.verdicts = verdicts;
        this.exits = exits;
        this.signals = signals;
        this.candles = candles;
        this.json = json;
    }

    /**
     * The chain behind a fill of this account.
     *
     * @throws Refusal 404 when the account has no such fill
     */
    public Chain of(String account, UUID fillId) {
        var fill =
                fills.of(account, fillId)
                        .orElseThrow(() -> Refusal.notFound("A fill with the id " + fillId));
        var entry =
                fill.role.equals("ENTRY")
                        ? null
                        : fills.entryBefore(fill).map(this::steps).orElse(null);
        return new Chain(fillId, steps(fill), entry);
    }

    private List<Step> steps(FillRow fill) {
        var steps = new ArrayList<Step>();
        steps.add(
                new Step(
                        Kind.FILL,
                        fill.id.toString(),
                        fill.at,
                        "%s %s %s at %s, commission %s %s"
                                .formatted(
                                        fill.side.equals("BUY") ? "Bought" : "Sold",
                                        fill.quantity.stripTrailingZeros().toPlainString(),
                                        fill.symbol,
                                        fill.price.stripTrailingZeros().toPlainString(),
                                        fill.commission.stripTrailingZeros().toPlainString(),
                                        fill.commissionAsset),
                        fill.data));
        orderEvents.of(fill.accountId, fill.orderId).reversed().stream()
                .map(this::step)
                .forEach(steps::add);
        var verdict = verdicts.findByIdOptional(fill.permit).filter(row -> mine(row, fill));
        verdict.ifPresent(row -> addVerdict(row, steps));
        exits.findByIdOptional(fill.permit)
                .filter(row -> row.accountId.equals(fill.accountId))
                .map(this::step)
                .ifPresent(steps::add);
        return steps;
    }

    private static boolean mine(VerdictRow verdict, FillRow fill) {
        return verdict.accountId.equals(fill.accountId);
    }

    private Step step(OrderEventRow event) {
        return new Step(
                Kind.ORDER,
                event.orderId.toString(),
                event.at,
                OrderWords.of(event.type, event.data, json),
                event.data);
    }

    private Step step(ExitRow exit) {
        var asked = json.read(exit.data, ExitRequested.class);
        return new Step(
                Kind.EXIT_REQUEST,
                exit.id.toString(),
                exit.at,
                "Exit of %s position %d requested: %s"
                        .formatted(exit.symbol, exit.positionId, asked.reason()),
                exit.data);
    }

    private void addVerdict(VerdictRow row, List<Step> steps) {
        var verdict = json.read(row.data, RiskVerdict.Approved.class);
        var passed = verdict.checks().stream().filter(check -> check.passed()).count();
        steps.add(
                new Step(
                        Kind.VERDICT,
                        row.id.toString(),
                        row.at,
                        "Risk approved: %s %s %s, %d of %d checks passed"
                                .formatted(
                                        verdict.side(),
                                        verdict.quantity(),
                                        verdict.symbol(),
                                        passed,
                                        verdict.checks().size()),
                        row.data));
        signals.findByIdOptional(row.signalId).ifPresent(signal -> addSignal(signal, steps));
    }

    private void addSignal(SignalRow row, List<Step> steps) {
        var signal = json.read(row.data, Signal.class);
        steps.add(
                new Step(
                        Kind.SIGNAL,
                        row.id.toString(),
                        row.at,
                        "%s on %s %s with confidence %d from %s"
                                .formatted(
                                        signal.type(),
                                        signal.symbol(),
                                        signal.interval().code(),
                                        signal.confidence(),
                                        signal.strategy()),
                        row.data));
        candles.find(signal.symbol(), signal.interval(), signal.candleOpenTime())
                .ifPresent(candle ->
                        steps.add(
                                new Step(
                                        Kind.CANDLE,
                                        candle.id().toString(),
                                        candle.closeTime(),
                                        "%s %s candle closed at %s (open %s, high %s, low %s)"
                                                .formatted(
                                                        candle.symbol(),
                                                        candle.interval().code(),
                                                        candle.close(),
                                                        candle.open(),
                                                        candle.high(),
                                                        candle.low()),
                                        json.write(candle))));
    }

    /**
     * Why a fill happened.
     *
     * @param steps from the fill back to its beginning; ends early where nothing more is known
     * @param entry the same for the buy whose position this fill sold; null for a buy
     */
    public record Chain(UUID fillId, List<Step> steps, @Nullable List<Step> entry) {}

    /**
     * One link.
     *
     * @param at market time
     * @param text for a person
     * @param data the event as it was said, with its checks, votes and reasons
     */
    public record Step(Kind kind, String id, Instant at, String text, @JsonRawValue String data) {}

    /** The kinds of links, from the end to the beginning. */
    public enum Kind {
        FILL,
        ORDER,
        VERDICT,
        EXIT_REQUEST,
        SIGNAL,
        CANDLE
    }
}
