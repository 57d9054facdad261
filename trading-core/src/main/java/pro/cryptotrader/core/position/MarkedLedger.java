package pro.cryptotrader.core.position;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Decimals;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * An account's books under millions of prices: {@link AccountLedger#marked} at each of them, but
 * written down only when a new day begins, when equity may have reached its peak, or when somebody
 * looks. In between equity is a sum of scaled integers. Changes in place; for one thread.
 */
public final class MarkedLedger {
    /** Decimals of {@link #equity}. */
    public static final int DECIMALS = 8;

    private static final long MILLIS_PER_DAY = 86_400_000;

    private final List<Lane> lanes = new ArrayList<>();
    private AccountLedger ledger;
    private long cash;
    private long worth;
    private long scaledPeak;

    /** Below the highest equity by what the cut off rests may add up to. */
    private long peak;

    private long dayEnd;
    private long changedAt;
    private boolean behind;
    private long version;

    public MarkedLedger(AccountLedger ledger) {
        this.ledger = ledger;
        take(ledger);
    }

    /**
     * Prepares for the prices of a symbol.
     *
     * @param priceDecimals decimals of the prices that will be given, 0 to 8
     * @return what to call the symbol in {@link #mark}
     */
    public int watch(Symbol symbol, int priceDecimals) {
        var lane = new Lane(symbol, priceDecimals);
        lanes.add(lane);
        lane.take(ledger);
        return lanes.size() - 1;
    }

    /** The books as they are now, marks included. */
    public AccountLedger ledger() {
        writeDown();
        return ledger;
    }

    /** Counts the changes of {@link #ledger}, so that nobody need compare. */
    public long version() {
        return version;
    }

    /** Replaces the books by what was decided about them. */
    @SuppressWarnings(
            "ReferenceEquality") // Equal ones would do, but the same one is the usual case.
    public void put(AccountLedger changed) {
        if (changed != ledger) {
            take(changed);
        }
    }

    /**
     * Most changes leave most amounts as they are, and an amount that is the same has been read.
     */
    @SuppressWarnings("ReferenceEquality")
    private void take(AccountLedger changed) {
        if (version == 0 || changed.cash() != ledger.cash()) {
            cash = scaled(changed.cash());
        }
        if (version == 0 || changed.peak() != ledger.peak()) {
            scaledPeak = scaled(changed.peak());
        }
        ledger = changed;
        version++;
        behind = false;
        peak = scaledPeak - lanes.size() - 1;
        long day = changed.periods().epochDay();
        dayEnd = day == Long.MIN_VALUE ? Long.MIN_VALUE : (day + 1) * MILLIS_PER_DAY;
        worth = 0;
        for (int i = 0; i < lanes.size(); i++) {
            var lane = lanes.get(i);
            lane.take(changed);
            worth += lane.worth;
        }
    }

    /**
     * The latest bid on a symbol.
     *
     * @param lane the symbol, as {@link #watch} called it
     * @param bid scaled as was said there
     * @param timeMillis market time
     */
    public void mark(int lane, long bid, long timeMillis) {
        var held = lanes.get(lane);
        if (timeMillis >= dayEnd || held.isNew) {
            writeDown();
            take(ledger.marked(held.symbol, held.price(bid), Instant.ofEpochMilli(timeMillis)));
            return;
        }
        if (held.units == 0 || held.bid == bid) {
            return;
        }
        held.bid = bid;
        held.moved = true;
        behind = true;
        changedAt = timeMillis;
        long before = held.worth;
        held.worth = held.worthAt(bid);
        worth += held.worth - before;
        if (cash + worth >= peak) {
            writeDown();
        }
    }

    /** Cash and holdings, 1e-8; of each amount what is smaller is cut off. */
    public long equity() {
        return cash + worth;
    }

    /** The holdings' part of {@link #equity}, 1e-8. */
    public long invested() {
        return worth;
    }

    /** Whether anything of the symbol's base asset is held. */
    public boolean holds(int lane) {
        return lanes.get(lane).units != 0;
    }

    private void writeDown() {
        if (!behind) {
            return;
        }
        take(ledger.marked(this::newBid, Instant.ofEpochMilli(changedAt)));
    }

    private @Nullable Price newBid(Asset asset) {
        for (int i = 0; i < lanes.size(); i++) {
            var lane = lanes.get(i);
            if (lane.moved && lane.symbol.base().equals(asset)) {
                return lane.price(lane.bid);
            }
        }
        return null;
    }

    private static long scaled(BigDecimal amount) {
        return Decimals.digits(amount.setScale(DECIMALS, RoundingMode.FLOOR));
    }

    /** What is held of one symbol. */
    private static final class Lane {
        private static final long[] POWERS = powers();

        /** No price is like it: the next one is always a new one. */
        private static final long UNKNOWN = Long.MIN_VALUE;

        private final Symbol symbol;
        private final int priceDecimals;
        private long units;
        private int unitDecimals;
        private long bid;
        private long worth;
        private boolean moved;
        private boolean isNew;

        /** What {@code units} was read of; null when nothing is held. */
        private @Nullable BigDecimal balance;

        /** What {@code bid} was read of. */
        private @Nullable Price mark;

        Lane(Symbol symbol, int priceDecimals) {
            this.symbol = symbol;
            this.priceDecimals = priceDecimals;
        }

        @SuppressWarnings("ReferenceEquality") // The same one is the usual case.
        void take(AccountLedger ledger) {
            boolean told = moved;
            moved = false;
            var holding =
                    symbol.quote().equals(ledger.quote()) ? ledger.holding(symbol.base()) : null;
            var newMark = holding == null ? null : holding.mark();
            if (holding == null || holding.balance().signum() == 0) {
                balance = null;
                units = 0;
                worth = 0;
                isNew = false;
                return;
            }
            if (!told && balance == holding.balance() && mark != null && mark == newMark) {
                return;
            }
            mark = newMark;
            isNew = mark == null;
            balance = holding.balance();
            unitDecimals = Math.max(0, balance.scale());
            units = balance.scale() < 0 ? balance.longValueExact() : Decimals.digits(balance);
            if (mark != null && mark.value().scale() <= priceDecimals) {
                bid = mark.value().scaleByPowerOfTen(priceDecimals).longValueExact();
                worth = worthAt(bid);
            } else {
                bid = UNKNOWN;
                worth = scaled(holding.worth());
            }
        }

        Price price(long scaledBid) {
            return new Price(BigDecimal.valueOf(scaledBid, priceDecimals));
        }

        /** Units times price at 1e-8, the rest cut off; exact however large they are. */
        long worthAt(long price) {
            int surplus = unitDecimals + priceDecimals - DECIMALS;
            if (surplus >= 0 && surplus < POWERS.length && Math.multiplyHigh(units, price) == 0) {
                long product = units * price;
                if (product >= 0) {
                    return product / POWERS[surplus];
                }
            }
            return scaled(
                    BigDecimal.valueOf(units, unitDecimals)
                            .multiply(BigDecimal.valueOf(price, priceDecimals)));
        }

        private static long[] powers() {
            var powers = new long[19];
            powers[0] = 1;
            for (int i = 1; i < powers.length; i++) {
                powers[i] = 10 * powers[i - 1];
            }
            return powers;
        }
    }
}
