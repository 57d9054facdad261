package pro.cryptotrader.core.position;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.FillEvent.FundsChanged;
import pro.cryptotrader.contracts.event.OrderEvent.OrderClosed;
import pro.cryptotrader.contracts.event.OrderEvent.OrderIntended;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;

/** Short words for the events that the tests of the ledger are written in. */
final class Tape {
    static final AccountId MAIN = new AccountId("main");
    static final Asset USDT = new Asset("USDT");
    static final Asset BTC = new Asset("BTC");
    static final Asset BNB = new Asset("BNB");
    static final Symbol BTC_USDT = Symbol.of("BTC/USDT");
    static final Symbol BNB_USDT = Symbol.of("BNB/USDT");
    static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    static final UUID PERMIT = UUID.fromString("00000000-0000-5000-8000-000000000001");
    static final OrderId ORDER = OrderId.from(PERMIT, "entry");

    private Tape() {}

    static AccountLedger opened(String usdt) {
        return new PositionDesk()
                .decide(AccountLedger.empty(MAIN, USDT), opening(USDT, usdt), MarketView.EMPTY)
                .state();
    }

    static FundsChanged opening(Asset asset, String amount) {
        return funds(asset, amount, FundsChanged.Cause.OPENING, NOON);
    }

    static FundsChanged funds(Asset asset, String delta, FundsChanged.Cause cause, Instant at) {
        return new FundsChanged(MAIN, asset, new BigDecimal(delta), cause, at);
    }

    static Fill buy(Symbol symbol, String quantity, String price, String fee, Asset feeAsset) {
        return fill(Side.BUY, OrderRole.ENTRY, symbol, quantity, price, fee, feeAsset, NOON);
    }

    static Fill sell(OrderRole role, Symbol symbol, String quantity, String price, String fee) {
        return fill(
                Side.SELL,
                role,
                symbol,
                quantity,
                price,
                fee,
                symbol.quote(),
                NOON.plus(Duration.ofMinutes(5)));
    }

    static Fill fill(
            Side side,
            OrderRole role,
            Symbol symbol,
            String quantity,
            String price,
            String fee,
            Asset feeAsset,
            Instant at) {
        return new Fill(
                MAIN,
                ORDER,
                PERMIT,
                symbol,
                role,
                side,
                Price.of(price),
                Quantity.of(quantity),
                new BigDecimal(fee),
                feeAsset,
                "1",
                1,
                false,
                at);
    }

    static OrderIntended resting(
            OrderRole role, Symbol symbol, @Nullable String limit, @Nullable String stop) {
        return new OrderIntended(
                MAIN,
                ORDER.leg(role.name()),
                PERMIT,
                symbol,
                role,
                Side.SELL,
                Quantity.of("1"),
                limit == null ? null : Price.of(limit),
                stop == null ? null : Price.of(stop),
                NOON);
    }

    static OrderClosed closed(OrderRole role, Symbol symbol, OrderClosed.Outcome outcome) {
        return new OrderClosed(
                MAIN,
                ORDER.leg(role.name()),
                symbol,
                role,
                outcome,
                Quantity.ZERO,
                Money.ZERO,
                "executionReport 1",
                NOON);
    }

    static EngineStateChanged engine(EngineState state, long epoch, boolean liquidate) {
        return new EngineStateChanged(MAIN, state, epoch, 0, liquidate, null, "test", NOON);
    }

    /** BTC/USDT at {@code bid}. */
    static MarketView market(String bid) {
        return new MarketView(
                Map.of(BTC_USDT, instrument(BTC_USDT)), Map.of(BTC_USDT, Price.of(bid)));
    }

    /** Quantities are multiples of 0.00001, and orders are worth 5 or more. */
    static Instrument instrument(Symbol symbol) {
        return new Instrument(
                symbol,
                new BigDecimal("0.01"),
                new BigDecimal("0.00001"),
                Quantity.of("0.00001"),
                Quantity.of("9000"),
                Money.of("5"),
                true);
    }
}
