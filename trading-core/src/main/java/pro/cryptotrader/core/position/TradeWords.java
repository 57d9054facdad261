package pro.cryptotrader.core.position;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.FillEvent;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.FillEvent.FundsChanged;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.event.TradingLog.Level;
import pro.cryptotrader.contracts.value.Side;

/** Says in the user's trading log what a fill did, in one sentence each. */
record TradeWords(AccountLedger before, AccountLedger after, Fill fill) {
    private static final String COMPONENT = "position-service";
    private static final DecimalFormatSymbols ENGLISH =
            DecimalFormatSymbols.getInstance(Locale.ROOT);

    List<TradingLog> lines(boolean commissionValued, BigDecimal excess) {
        var lines = new ArrayList<TradingLog>();
        var data = facts(commissionValued);
        lines.add(
                line(
                        Level.INFO,
                        "%s %s %s at %s%s"
                                .formatted(
                                        fill.side() == Side.BUY ? "Bought" : "Sold",
                                        fill.quantity(),
                                        fill.symbol(),
                                        price(fill.price().value()),
                                        commissionValued
                                                ? ""
                                                : " (commission of %s %s not valued: no price known)"
                                                        .formatted(
                                                                fill.commission().toPlainString(),
                                                                fill.commissionAsset())),
                        data));
        if (excess.signum() != 0) {
            lines.add(
                    line(
                            Level.WARNING,
                            "Sold %s %s more than the position held; taken from what lay beside it"
                                    .formatted(excess.toPlainString(), fill.symbol().base()),
                            data));
        }
        var closed = closed();
        if (closed != null) {
            lines.add(closing(closed, data));
        }
        return lines;
    }

    private @Nullable Position closed() {
        var holding = after.holding(fill.symbol().base());
        var earlier = before.holding(fill.symbol().base());
        var position = holding == null ? null : holding.position();
        boolean wasOpen = earlier != null && earlier.openPosition() != null;
        return wasOpen && position != null && !position.isOpen() ? position : null;
    }

    private TradingLog closing(Position position, SortedMap<String, String> data) {
        var result = position.realised();
        var text =
                "%s: %s %s%s"
                        .formatted(
                                title(position.closedBy()),
                                signed(result, "#,##0.00"),
                                after.quote(),
                                position.invested().signum() == 0
                                        ? ""
                                        : " (%s %%)".formatted(signed(percent(position), "0.0")));
        data.put("result", result.toPlainString());
        data.put("fees", position.fees().toPlainString());
        return line(Level.INFO, text, data);
    }

    private static String title(@Nullable OrderRole role) {
        return switch (role) {
            case TAKE_PROFIT -> "Take-profit reached";
            case STOP_LOSS -> "Stop-loss executed";
            case null, default -> "Position closed";
        };
    }

    private static BigDecimal percent(Position position) {
        return position.realised()
                .movePointRight(2)
                .divide(position.invested(), new MathContext(16, RoundingMode.HALF_EVEN));
    }

    private SortedMap<String, String> facts(boolean commissionValued) {
        var data = new TreeMap<String, String>();
        data.put("symbol", fill.symbol().toString());
        data.put("role", fill.role().name());
        data.put("price", fill.price().toString());
        data.put("quantity", fill.quantity().toString());
        data.put("commission", fill.commission().toPlainString() + " " + fill.commissionAsset());
        data.put("commissionValued", Boolean.toString(commissionValued));
        data.put("orderId", fill.orderId().toString());
        data.put("tradeId", Long.toString(fill.tradeId()));
        var holding = after.holding(fill.symbol().base());
        if (holding != null && holding.position() != null) {
            data.put("positionId", Long.toString(holding.position().id()));
        }
        return data;
    }

    private TradingLog line(Level level, String message, SortedMap<String, String> data) {
        return new TradingLog(after.account(), level, COMPONENT, message, data, fill.at());
    }

    /** What came or went without a trade of ours. */
    static List<TradingLog> outside(AccountLedger after, FillEvent event) {
        return Movement.of(event).stream()
                .map(moved ->
                        new TradingLog(
                                after.account(),
                                isForeign(event) ? Level.WARNING : Level.INFO,
                                COMPONENT,
                                "%s: %s %s"
                                        .formatted(
                                                title(moved.kind()),
                                                signed(moved.delta(), "#,##0.########"),
                                                moved.asset()),
                                new TreeMap<>(
                                        Map.of(
                                                "asset",
                                                moved.asset().toString(),
                                                "delta",
                                                moved.delta().toPlainString(),
                                                "cause",
                                                moved.kind().name())),
                                event.at()))
                .toList();
    }

    private static boolean isForeign(FillEvent event) {
        return event instanceof Fill
                || (event instanceof FundsChanged funds
                        && funds.cause() == FundsChanged.Cause.FOREIGN_TRADE);
    }

    private static String title(Movement.Kind kind) {
        return switch (kind) {
            case OPENING -> "Found in the account";
            case DEPOSIT -> "Deposited";
            case WITHDRAWAL -> "Withdrawn";
            case TRADE, COMMISSION, FOREIGN_TRADE -> "Changed at the venue without us";
        };
    }

    private static String price(BigDecimal value) {
        return new DecimalFormat("#,##0.00######", ENGLISH).format(value);
    }

    private static String signed(BigDecimal value, String pattern) {
        return new DecimalFormat("+" + pattern + ";-" + pattern, ENGLISH).format(value);
    }
}
