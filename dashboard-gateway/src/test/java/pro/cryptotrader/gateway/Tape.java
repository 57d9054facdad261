package pro.cryptotrader.gateway;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.event.RiskCheck;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;

/**
 * What the other services would say about one trade of one symbol: a candle, its signal, the
 * verdict, an order, a fill, and then a way out.
 */
final class Tape {
    static final Asset USDT = new Asset("USDT");

    final AccountId account;
    final Symbol symbol;
    final Instant opened;

    final Candle candle;
    final Envelope<CandleClosed> closed;
    final Envelope<Signal> signal;
    final Envelope<RiskVerdict.Approved> verdict;
    final OrderId orderId;
    final Envelope<OrderEvent.OrderIntended> intended;
    final Envelope<OrderEvent.OrderAccepted> accepted;
    final Envelope<Fill> fill;
    final Envelope<OrderEvent.OrderClosed> done;

    Tape(String account, String symbol, String openTime) {
        this.account = new AccountId(account);
        this.symbol = Symbol.of(symbol);
        this.opened = Instant.parse(openTime);
        candle =
                new Candle(
                        this.symbol,
                        Interval.M5,
                        opened,
                        Price.of("100"),
                        Price.of("103"),
                        Price.of("99.5"),
                        Price.of("102"),
                        new BigDecimal("12.5"),
                        new BigDecimal("1265"),
                        41);
        closed =
                Envelope.root(
                        candle.id(),
                        "market-monitor-service",
                        candle.closeTime(),
                        new CandleClosed(candle, false));
        signal = closed.causes("signal-service", "signal", candle.closeTime(), signal());
        orderId = OrderId.from(signal.id(), "entry|" + account);
        verdict = signal.causes("risk-service", "verdict|" + account, at(1), approved());
        intended =
                verdict.causes(
                        "executor-service",
                        "intended",
                        at(1),
                        new OrderEvent.OrderIntended(
                                this.account,
                                orderId,
                                verdict.id(),
                                this.symbol,
                                OrderRole.ENTRY,
                                Side.BUY,
                                Quantity.of("2"),
                                Price.of("102.5"),
                                null,
                                at(1)));
        accepted =
                intended.causes(
                        "executor-service",
                        "accepted",
                        at(2),
                        new OrderEvent.OrderAccepted(
                                this.account,
                                orderId,
                                this.symbol,
                                OrderRole.ENTRY,
                                "4711",
                                at(2)));
        fill =
                accepted.causes(
                        "executor-service",
                        "fill|1",
                        at(2),
                        fill(orderId, verdict.id(), OrderRole.ENTRY, Side.BUY, "102.1", 1, at(2)));
        done =
                accepted.causes(
                        "executor-service",
                        "closed",
                        at(3),
                        new OrderEvent.OrderClosed(
                                this.account,
                                orderId,
                                this.symbol,
                                OrderRole.ENTRY,
                                OrderEvent.OrderClosed.Outcome.FILLED,
                                Quantity.of("2"),
                                Money.of("204.2"),
                                "executionReport 1",
                                at(3)));
    }

    /** Seconds after the candle closed. */
    Instant at(long seconds) {
        return candle.closeTime().plusSeconds(seconds);
    }

    private Signal signal() {
        return new Signal(
                symbol,
                Interval.M5,
                "rule-ensemble",
                Signal.SignalType.BUY,
                72,
                Price.of("102"),
                Price.of("101"),
                Price.of("104"),
                opened,
                candle.closeTime().plusSeconds(300),
                List.of(
                        new Signal.Vote("trend", 80, 40, "EMA 12 is 1.2 % above EMA 26"),
                        new Signal.Vote("momentum", 60, 20, "RSI 61 and rising")),
                null,
                Signal.Gate.NO_MODEL);
    }

    private RiskVerdict.Approved approved() {
        return new RiskVerdict.Approved(
                account,
                signal.id(),
                orderId,
                symbol,
                Side.BUY,
                Quantity.of("2"),
                Price.of("102"),
                Price.of("102.5"),
                new Protection(Price.of("101"), Price.of("104")),
                at(60),
                3,
                1,
                List.of(new RiskCheck("max-positions", true, "0 open", "5")));
    }

    Fill fill(
            OrderId order,
            UUID permit,
            OrderRole role,
            Side side,
            String price,
            long tradeId,
            Instant at) {
        return new Fill(
                account,
                order,
                permit,
                symbol,
                role,
                side,
                Price.of(price),
                Quantity.of("2"),
                new BigDecimal("0.2042"),
                USDT,
                "4711",
                tradeId,
                false,
                at);
    }

    /** The stop-loss that came with the entry was hit. */
    Envelope<Fill> stopLossFill() {
        return verdict.causes(
                "executor-service",
                "fill|stop",
                at(90),
                fill(
                        orderId.leg("stop-loss"),
                        verdict.id(),
                        OrderRole.STOP_LOSS,
                        Side.SELL,
                        "101",
                        2,
                        at(90)));
    }

    Envelope<ExitRequested> exitRequested() {
        return Envelope.root(
                DeterministicId.root(symbol + "|exit"),
                "position-service",
                at(80),
                new ExitRequested(account, symbol, 1, ExitRequested.Reason.LIQUIDATION, at(80)));
    }

    Envelope<Fill> exitFill() {
        var exit = exitRequested();
        return exit.causes(
                "executor-service",
                "fill|exit",
                at(81),
                fill(
                        OrderId.from(exit.id(), "exit"),
                        exit.id(),
                        OrderRole.EXIT,
                        Side.SELL,
                        "101.7",
                        3,
                        at(81)));
    }

    Envelope<PositionChanged> position(
            PositionChanged.Status status, String realised, long second) {
        var open = status == PositionChanged.Status.OPEN;
        return fill.causes(
                "position-service",
                "position|" + status + "|" + second,
                at(second),
                new PositionChanged(
                        account,
                        symbol,
                        1,
                        status,
                        open ? Quantity.of("2") : Quantity.ZERO,
                        Price.of("102.1"),
                        open ? Money.of("204.2") : Money.ZERO,
                        Price.of("102.6"),
                        open ? Money.of("1") : Money.ZERO,
                        Money.of(realised),
                        open ? new Protection(Price.of("101"), Price.of("104")) : null,
                        false,
                        at(2),
                        open ? null : at(second),
                        open ? null : OrderRole.STOP_LOSS,
                        at(second)));
    }

    Envelope<AccountStateChanged> money(
            String cash, String equity, int openPositions, long second) {
        var balances = new TreeMap<Asset, BigDecimal>();
        balances.put(USDT, new BigDecimal(cash));
        return fill.causes(
                "position-service",
                "account|" + second,
                at(second),
                new AccountStateChanged(
                        account,
                        USDT,
                        balances,
                        Money.of(cash),
                        Money.of(equity),
                        Money.of("10000"),
                        Money.of("10000"),
                        Money.of("10000"),
                        Money.of("10010"),
                        Money.ZERO,
                        new BigDecimal("0.09"),
                        openPositions,
                        at(second)));
    }

    Envelope<TradingLog> log(TradingLog.Level level, String message, Map<String, String> data) {
        return Envelope.root(
                UUID.randomUUID(),
                "executor-service",
                at(4),
                new TradingLog(account, level, "executor-service", message, data, at(4)));
    }

    /** The entry, told in the order in which it happens. */
    List<Envelope<? extends Event>> entry() {
        return List.of(closed, signal, verdict, intended, accepted, fill, done);
    }
}
