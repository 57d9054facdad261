package pro.cryptotrader.simulator.matching.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Commission;
import pro.cryptotrader.simulator.matching.Engine;
import pro.cryptotrader.simulator.matching.Fact;
import pro.cryptotrader.simulator.matching.Filter;
import pro.cryptotrader.simulator.matching.Instrument;
import pro.cryptotrader.simulator.matching.Liquidity;
import pro.cryptotrader.simulator.matching.ListKind;
import pro.cryptotrader.simulator.matching.OrderTerms;
import pro.cryptotrader.simulator.matching.OrderType;
import pro.cryptotrader.simulator.matching.Refusal;
import pro.cryptotrader.simulator.matching.Rules;
import pro.cryptotrader.simulator.matching.Side;
import pro.cryptotrader.simulator.matching.StpMode;
import pro.cryptotrader.simulator.matching.TimeInForce;

/**
 * Ten accounts that trade without end: a third of the commands places orders that rest, a third
 * cancels, a third trades with the market or with each other. The market trades with every fifth
 * command, which is not counted.
 */
final class TradingDay {
    private static final String SYMBOL = "BTCUSDT";
    private static final int ACCOUNTS = 10;
    private static final int RESTING = 1000;
    private static final long TICK = Amounts.ONE / 100;
    private static final long LOT = Amounts.ONE / 1000;
    private static final long MUCH = Amounts.ONE * 100_000_000;

    private final SplittableRandom random = new SplittableRandom(42);
    private final Engine engine;
    private final Deque<Fact.OrderChanged> resting = new ArrayDeque<>();
    private long price = 5_000_000;
    private long now;
    private long names;

    TradingDay() {
        List<Filter> filters =
                List.of(
                        new Filter.PriceFilter(TICK, Amounts.ONE * 1_000_000, TICK),
                        new Filter.LotSize(LOT, Amounts.ONE * 9_000, LOT),
                        new Filter.IcebergParts(100),
                        new Filter.MarketLotSize(0, Amounts.ONE * 1_000, 0),
                        new Filter.TrailingDelta(10, 2000, 10, 2000),
                        new Filter.PercentPriceBySide(
                                Amounts.ONE * 5,
                                Amounts.ONE / 5,
                                Amounts.ONE * 5,
                                Amounts.ONE / 5,
                                5),
                        new Filter.Notional(
                                Amounts.ONE * 5, true, Amounts.ONE * 9_000_000, false, 5),
                        new Filter.MaxNum(Filter.Kind.ORDERS, 1000),
                        new Filter.MaxNum(Filter.Kind.ORDER_LISTS, 200),
                        new Filter.MaxNum(Filter.Kind.ALGO_ORDERS, 500));
        engine =
                new Engine(
                        List.of(
                                Instrument.of(
                                        SYMBOL,
                                        "BTC",
                                        "USDT",
                                        filters,
                                        Liquidity.of(10_000, Amounts.ONE * 20_000))),
                        Rules.of(Commission.flat(Amounts.ONE / 1000)));
        for (var i = 0; i < ACCOUNTS; i++) {
            engine.open(account(i), Map.of("BTC", MUCH, "USDT", MUCH), 0);
        }
        trade();
    }

    /** One order command; returns how many facts came of it. */
    int command() {
        if (++now % 5 == 0) {
            trade();
        }
        try {
            var facts = give();
            for (var fact : facts) {
                if (fact instanceof Fact.OrderChanged changed && changed.order().open()) {
                    resting.add(changed);
                }
            }
            return facts.size();
        } catch (Refusal refusal) {
            return 1;
        }
    }

    private List<Fact> give() {
        var draw = random.nextInt(12);
        if (draw < 4 || resting.size() > RESTING) {
            return cancel();
        }
        var account = account(random.nextInt(ACCOUNTS));
        var side = random.nextBoolean() ? Side.BUY : Side.SELL;
        return switch (draw) {
            case 4, 5 -> engine.enter(account, order(side, OrderType.LIMIT, away(side), 0, 0), now);
            case 6 -> engine.enter(account, order(side, OrderType.LIMIT, away(side), 0, 10), now);
            case 7 ->
                    engine.enter(
                            account, order(side, OrderType.STOP_LOSS, 0, beyond(side), 0), now);
            case 8 -> engine.enter(account, ListKind.OCO, "l" + names++, pair(side), now);
            case 9 -> engine.enter(account, order(side, OrderType.MARKET, 0, 0, 0), now);
            default ->
                    engine.enter(account, order(side, OrderType.LIMIT, through(side), 0, 0), now);
        };
    }

    private List<Fact> cancel() {
        for (var oldest = resting.poll(); oldest != null; oldest = resting.poll()) {
            var order = oldest.order();
            if (engine.state().order(order.id()).filter(found -> found.open()).isPresent()) {
                return engine.cancel(order.account(), order.id(), "c", now);
            }
        }
        return List.of();
    }

    private List<OrderTerms> pair(Side side) {
        var quantity = lots();
        var limit = terms(side, OrderType.LIMIT_MAKER, away(side), 0, quantity, 0);
        var stop = terms(side, OrderType.STOP_LOSS, 0, beyond(side), quantity, 0);
        return side == Side.SELL ? List.of(limit, stop) : List.of(stop, limit);
    }

    private OrderTerms order(Side side, OrderType type, long limit, long stop, int parts) {
        var quantity = lots();
        return terms(
                side,
                type,
                limit,
                stop,
                quantity,
                parts == 0 ? 0 : Math.max(LOT, quantity / parts / LOT * LOT));
    }

    private OrderTerms terms(
            Side side, OrderType type, long limit, long stop, long quantity, long shown) {
        return new OrderTerms(
                SYMBOL,
                "n" + names++,
                side,
                type,
                TimeInForce.GTC,
                quantity,
                0,
                limit,
                stop,
                0,
                shown,
                StpMode.EXPIRE_MAKER,
                null,
                null,
                false);
    }

    private void trade() {
        price = Math.clamp(price + random.nextInt(201) - 100, 4_000_000, 6_000_000);
        engine.trade(SYMBOL, price * TICK, lots(), random.nextBoolean(), now);
    }

    private long lots() {
        return LOT * (1 + random.nextInt(400));
    }

    private long away(Side side) {
        var distance = 200 + random.nextInt(5_000);
        return (side == Side.BUY ? price - distance : price + distance) * TICK;
    }

    private long beyond(Side side) {
        var distance = 500 + random.nextInt(5_000);
        return (side == Side.BUY ? price + distance : price - distance) * TICK;
    }

    private long through(Side side) {
        return (side == Side.BUY ? price + 600 : price - 600) * TICK;
    }

    private static String account(int index) {
        return "account-" + index;
    }
}
