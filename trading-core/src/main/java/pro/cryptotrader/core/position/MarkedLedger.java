package pro.cryptotrader.core.position;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import pro.cryptotrader.contracts.value.Asset;
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

    private void take(AccountLedger changed) {
        ledger = changed;
        version++;
        behind = false;
        cash = scaled(changed.cash());
        peak = scaled(changed.peak()) - lanes.size() - 1;
        long day = changed.periods().epochDay();
        dayEnd = day == Long.MIN_VALUE ? Long.MIN_VALUE : (day + 1) * MILLIS_PER_DAY;
        worth = 0;
        for (var lane : lanes) {
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
        var bids = new HashMap<Asset, Price>();
        for (var lane : lanes) {
            if (lane.moved) {
                bids.put(lane.symbol.base(), lane.price(lane.bid));
            }
        }
        take(ledger.marked(bids, Instant.ofEpochMilli(changedAt)));
    }

    private static long scaled(BigDecimal amount) {
        return amount.setScale(DECIMALS, RoundingMode.FLOOR)
                .scaleByPowerOfTen(DECIMALS)
                .longValueExact();
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

        Lane(Symbol symbol, int priceDecimals) {
            this.symbol = symbol;
            this.priceDecimals = priceDecimals;
        }

        void take(AccountLedger ledger) {
            moved = false;
            var holding =
                    symbol.quote().equals(ledger.quote()) ? ledger.holding(symbol.base()) : null;
            var mark = holding == null ? null : holding.mark();
            if (holding == null || holding.balance().signum() == 0) {
                units = 0;
                worth = 0;
                isNew = false;
                return;
            }
            isNew = mark == null;
            var balance = holding.balance();
            unitDecimals = Math.max(0, balance.scale());
            units = balance.scaleByPowerOfTen(unitDecimals).longValueExact();
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
