package pro.cryptotrader.backtester.fill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.core.execution.Execution;
import pro.cryptotrader.core.execution.OrderStatus;
import pro.cryptotrader.core.execution.TradeInput.Outcome;
import pro.cryptotrader.core.execution.VenueCommand;
import pro.cryptotrader.core.execution.VenueReport;

/** Numbers orders and trades, takes commissions and remembers what it has said. */
final class Paper {
    /** The venue counts in hundred-millionths, and so do its commissions. */
    private static final int COMMISSION_DECIMALS = 8;

    private static final String EVIDENCE = "backtest";

    private final BigDecimal makerRate;
    private final BigDecimal takerRate;
    private final boolean feesInQuote;
    private final Map<OrderId, VenueReport> latest = new LinkedHashMap<>();
    private long lastOrder;
    private long lastTrade;

    Paper(FillSettings settings) {
        makerRate = settings.makerFeePct().movePointLeft(2);
        takerRate = settings.takerFeePct().movePointLeft(2);
        feesInQuote = settings.feeAsset() == FillSettings.FeeAsset.QUOTE;
    }

    /** The commission of a trade and what it is taken in. */
    Execution execution(
            Instrument instrument,
            Side side,
            Price price,
            Quantity quantity,
            boolean maker,
            Instant at) {
        boolean inBase = side == Side.BUY && !feesInQuote;
        var symbol = instrument.symbol();
        var amount = inBase ? quantity.value() : price.value().multiply(quantity.value());
        var commission =
                amount.multiply(maker ? makerRate : takerRate)
                        .setScale(COMMISSION_DECIMALS, RoundingMode.FLOOR);
        return new Execution(
                ++lastTrade,
                price,
                quantity,
                commission,
                inBase ? symbol.base() : symbol.quote(),
                maker,
                at);
    }

    /** What is received of a purchase, commission taken off. */
    static BigDecimal received(Execution execution, Instrument instrument) {
        var units = execution.quantity().value();
        return execution.commissionAsset().equals(instrument.symbol().base())
                ? units.subtract(execution.commission())
                : units;
    }

    VenueReport report(
            OrderId order,
            OrderStatus status,
            Quantity executed,
            List<Execution> executions,
            Instant at) {
        var before = latest.get(order);
        var number = before == null ? Long.toString(++lastOrder) : before.venueOrderId();
        var report = new VenueReport(order, number, status, executed, executions, EVIDENCE, at);
        latest.put(order, before == null ? report : joined(before, report));
        return report;
    }

    private static VenueReport joined(VenueReport before, VenueReport after) {
        if (before.executions().isEmpty()) {
            return after;
        }
        var all = new ArrayList<>(before.executions());
        all.addAll(after.executions());
        return new VenueReport(
                after.orderId(),
                after.venueOrderId(),
                after.status(),
                after.executed(),
                all,
                after.evidence(),
                after.at());
    }

    /** What became of an order, all its trades included; null when it never arrived. */
    @Nullable VenueReport find(OrderId order) {
        return latest.get(order);
    }

    /** What became of all that is asked for. */
    Outcome lookUp(VenueCommand.LookUp question, Instant at) {
        var found = new ArrayList<VenueReport>();
        Set<OrderId> absent = new HashSet<>();
        for (var item : question.items()) {
            var report = find(item.order());
            if (report == null) {
                absent.add(item.order());
            } else {
                found.add(report);
            }
        }
        return new Outcome.Found(found, absent, at);
    }

    /**
     * Nobody will ask for orders that ended before {@code time} any more; the oldest come first.
     */
    void forgetBefore(Instant time) {
        var oldest = latest.values().iterator();
        while (oldest.hasNext()) {
            var report = oldest.next();
            if (!report.at().isBefore(time)) {
                return;
            }
            if (report.status().isEnd()) {
                oldest.remove();
            }
        }
    }

    int remembered() {
        return latest.size();
    }

    long orders() {
        return lastOrder;
    }
}
