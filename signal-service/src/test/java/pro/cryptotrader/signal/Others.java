package pro.cryptotrader.signal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pro.cryptotrader.contracts.config.NotificationConfig;
import pro.cryptotrader.contracts.config.RiskConfig;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.config.TradingMode;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.event.RiskVerdict.Approved;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;

/** What other services say to this one. */
final class Others {
    private Others() {}

    static Envelope<TradingConfigChanged> config(
            String account, String user, Symbol symbol, Instant at) {
        var config =
                new TradingConfig(
                        true,
                        TradingMode.BALANCED,
                        true,
                        Interval.M5,
                        List.of(symbol),
                        new RiskConfig(
                                new BigDecimal("3"),
                                5,
                                new BigDecimal("2"),
                                new BigDecimal("1"),
                                new BigDecimal("2"),
                                Money.of("10")),
                        new NotificationConfig(true, Map.of(), null, null, null, null));
        var change = new TradingConfigChanged(new AccountId(account), user, 1, config, user, at);
        return Envelope.root(UUID.randomUUID(), "dashboard-gateway", at, change);
    }

    static Envelope<Approved> approved(Envelope<Signal> buy, String account, Instant at) {
        var signal = buy.data();
        return buy.causes(
                "risk-service",
                "approved|" + account,
                at,
                new Approved(
                        new AccountId(account),
                        buy.id(),
                        OrderId.from(buy.id(), account),
                        signal.symbol(),
                        Side.BUY,
                        Quantity.of("3"),
                        signal.entry(),
                        signal.entry(),
                        new Protection(Price.of("1"), Price.of("2")),
                        at.plusSeconds(60),
                        1,
                        1,
                        List.of()));
    }

    static Envelope<Fill> fill(
            Envelope<Approved> verdict,
            OrderRole role,
            long tradeId,
            String price,
            String quantity,
            Instant at) {
        var approved = verdict.data();
        return verdict.causes(
                "executor-service",
                "fill|" + tradeId,
                at,
                new Fill(
                        approved.account(),
                        approved.orderId(),
                        verdict.id(),
                        approved.symbol(),
                        role,
                        role == OrderRole.ENTRY ? Side.BUY : Side.SELL,
                        Price.of(price),
                        Quantity.of(quantity),
                        BigDecimal.ZERO,
                        new Asset("USDT"),
                        "7",
                        tradeId,
                        false,
                        at));
    }
}
