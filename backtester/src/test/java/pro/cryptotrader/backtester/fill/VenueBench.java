package pro.cryptotrader.backtester.fill;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.backtester.Walk;
import pro.cryptotrader.backtester.data.RecordedTrades;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.event.RiskVerdict.Approved;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.engine.Market;
import pro.cryptotrader.core.execution.EntryForm;
import pro.cryptotrader.core.execution.OrderStatus;
import pro.cryptotrader.core.execution.TradeInput.Outcome;
import pro.cryptotrader.core.execution.TradeInput.Reported;
import pro.cryptotrader.core.execution.VenueCommand;
import pro.cryptotrader.core.execution.VenueReport;

/** A venue of one symbol, one account and one-minute candles, in short words. */
final class VenueBench {
    private static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final AccountId MAIN = new AccountId("main");
    private static final long MINUTE = 60_000;
    private static final OrderId ENTRY = OrderId.from(new UUID(1, 2), "entry");
    private static final OrderId EXIT = ENTRY.leg("exit");
    private static final OrderId LIST = ENTRY.leg("list");
    private static final OrderId STOP = ENTRY.leg("stop-loss");
    private static final OrderId TARGET = ENTRY.leg("take-profit");
    private static final Map<OrderId, String> NAMES =
            Map.of(ENTRY, "ENTRY", EXIT, "EXIT", STOP, "STOP_LOSS", TARGET, "TAKE_PROFIT");

    private final Exchange venue;
    private final Exchange.Trading trading;
    private final CandleInPlay candle = new CandleInPlay(5);
    private final List<String> heard = new ArrayList<>();
    private BigDecimal cash = new BigDecimal("10000");
    private long volume = 30_00000;
    private long time = Walk.START.toEpochMilli() - MINUTE;

    VenueBench(FillSettings settings) {
        this(settings, Map.of());
    }

    VenueBench(FillSettings settings, Map<Symbol, RecordedTrades> trades) {
        var instrument = Walk.instrument(BTC);
        var candles =
                new CandleVenue(
                        settings,
                        new Market(),
                        (account, asset) -> cash,
                        (account, symbol, input, at) -> {
                            switch (input) {
                                case Reported told -> heard.add(words(told.report()));
                                case Outcome.Done done -> heard.addAll(words(done));
                                default -> heard.add(input.toString());
                            }
                        });
        venue = trades.isEmpty() ? candles : new TradeExchange(candles, trades);
        trading = venue.list(instrument, new Scale(instrument, 2, settings), candle);
    }

    VenueBench volume(String base) {
        volume = new BigDecimal(base).movePointRight(5).longValueExact();
        return this;
    }

    VenueBench cash(String quote) {
        cash = new BigDecimal(quote);
        return this;
    }

    /** A candle opens; the market has not walked it yet. */
    VenueBench candle(long open, long high, long low, long close) {
        time += MINUTE;
        candle.begin(time, time + MINUTE, open, high, low, close, volume);
        trading.open();
        trading.show();
        return this;
    }

    /** The rest of this candle; what is heard of our orders. */
    List<String> walks() {
        heard.clear();
        trading.walk();
        return List.copyOf(heard);
    }

    /** The rest of this candle and the whole of the next; what is heard of our orders. */
    List<String> next(long open, long high, long low, long close) {
        heard.clear();
        candle(open, high, low, close);
        trading.walk();
        return List.copyOf(heard);
    }

    List<String> buys(String quantity, String limit, String stop, String target) {
        return buyOutcome(quantity, limit, stop, target) instanceof Outcome.Done done
                ? words(done).subList(0, 1)
                : List.of();
    }

    @Nullable Outcome buyOutcome(String quantity, String limit, String stop, String target) {
        var protection = new Protection(Price.of(stop), Price.of(target));
        var verdict =
                new Approved(
                        MAIN,
                        new UUID(1, 1),
                        ENTRY,
                        BTC,
                        Side.BUY,
                        Quantity.of(quantity),
                        Price.of(limit),
                        Price.of(limit),
                        protection,
                        Instant.MAX,
                        1,
                        1,
                        List.of());
        return venue.perform(
                MAIN,
                new VenueCommand.PlaceEntry(
                        BTC,
                        EntryForm.OPOCO,
                        ENTRY,
                        LIST,
                        STOP,
                        TARGET,
                        Quantity.of(quantity),
                        Quantity.of(quantity),
                        Price.of(limit),
                        protection,
                        verdict));
    }

    List<String> sells(String quantity) {
        var outcome =
                venue.perform(MAIN, new VenueCommand.SellMarket(BTC, EXIT, Quantity.of(quantity)));
        return outcome instanceof Outcome.Done done ? words(done) : List.of();
    }

    @Nullable Outcome protects(String quantity, String stop, String target) {
        return venue.perform(
                MAIN,
                new VenueCommand.PlaceProtection(
                        BTC,
                        LIST,
                        STOP,
                        TARGET,
                        Quantity.of(quantity),
                        new Protection(Price.of(stop), Price.of(target))));
    }

    @Nullable Outcome cancel() {
        return venue.perform(MAIN, new VenueCommand.Cancel(BTC, LIST, STOP));
    }

    List<String> cancels() {
        return cancel() instanceof Outcome.Done done ? words(done) : List.of();
    }

    @Nullable OrderStatus lookUp(String leg) {
        var item = new VenueCommand.LookUp.Item(ENTRY.leg(leg), Quantity.ZERO);
        return venue.perform(MAIN, new VenueCommand.LookUp(BTC, List.of(item)))
                        instanceof Outcome.Found found
                ? found.reports().getFirst().status()
                : null;
    }

    private static List<String> words(Outcome.Done done) {
        return done.reports().stream().map(VenueBench::words).toList();
    }

    private static String words(VenueReport report) {
        var text = NAMES.get(report.orderId()) + " " + report.status() + " ";
        if (report.executions().isEmpty()) {
            return text + report.executed();
        }
        var execution = report.executions().getFirst();
        return text
                + "%s at %s, fee %s %s"
                        .formatted(
                                execution.quantity(),
                                execution.price(),
                                execution.commission().stripTrailingZeros().toPlainString(),
                                execution.commissionAsset());
    }
}
