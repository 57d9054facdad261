package pro.cryptotrader.core.position;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * An account's books, exact and marked to market. At any moment {@code equity = contributed +
 * realised + unrealised}, to the last digit. A fill costs a posting; a tick costs one comparison
 * while the account does not own the asset, and one sum over what it owns when it does.
 *
 * @param quote what it is counted in
 * @param cash the balance of {@code quote}
 * @param holdings every other asset it ever owned, sorted by asset
 * @param realised sum of all closed results
 * @param contributed what came in from outside less what left, at its worth when it moved
 * @param equity cash plus every holding at its mark
 * @param peak the highest equity so far, deposits added and withdrawals taken off since
 * @param epoch the engine's latest known epoch
 * @param liquidating whether the engine wants every position sold in this epoch
 * @param at market time of the latest change
 */
public record AccountLedger(
        AccountId account,
        Asset quote,
        BigDecimal cash,
        List<Holding> holdings,
        BigDecimal realised,
        BigDecimal contributed,
        BigDecimal equity,
        BigDecimal peak,
        Periods periods,
        long epoch,
        boolean liquidating,
        Instant at) {
    private static final MathContext DIGITS = new MathContext(16, RoundingMode.HALF_EVEN);

    public AccountLedger {
        holdings = List.copyOf(holdings);
    }

    /** The books of an account that nothing is known of. */
    public static AccountLedger empty(AccountId account, Asset quote) {
        var zero = BigDecimal.ZERO;
        return new AccountLedger(
                account,
                quote,
                zero,
                List.of(),
                zero,
                zero,
                zero,
                zero,
                Periods.NONE,
                0,
                false,
                Instant.EPOCH);
    }

    /**
     * The same account with its latest bid on {@code symbol}; this when nothing changes by it, or
     * when nothing was ever booked: an account whose funds are not known yet is not worth zero.
     */
    public AccountLedger marked(Symbol symbol, Price bid, Instant time) {
        if (isUntouched()) {
            return this;
        }
        var ledger = periods.isOver(time) ? inPeriodOf(time) : this;
        int index = symbol.quote().equals(quote) ? indexOf(symbol.base()) : -1;
        if (index < 0) {
            return ledger;
        }
        var holding = holdings.get(index);
        if (holding.balance().signum() == 0 || bid.equals(holding.mark())) {
            return ledger;
        }
        if (holding.mark() == null) {
            var posting = new Posting(ledger, time);
            posting.mark(symbol.base(), bid);
            return posting.done();
        }
        return ledger.with(index, holding.withMark(bid), time);
    }

    /**
     * The same account with several bids at once: a moment in which some of them were still the old
     * ones makes no peak.
     *
     * @param bids by asset, of holdings that were marked before; null for those that stay
     */
    AccountLedger marked(Function<Asset, @Nullable Price> bids, Instant time) {
        var changed = new Holding[holdings.size()];
        for (int i = 0; i < changed.length; i++) {
            var bid = bids.apply(holdings.get(i).asset());
            changed[i] = bid == null ? holdings.get(i) : holdings.get(i).withMark(bid);
        }
        return worth(changed, time);
    }

    private AccountLedger with(int index, Holding holding, Instant time) {
        var changed = holdings.toArray(Holding[]::new);
        changed[index] = holding;
        return worth(changed, time);
    }

    private AccountLedger worth(Holding[] changed, Instant time) {
        var newEquity = cash;
        for (var holding : changed) {
            newEquity = newEquity.add(holding.worth());
        }
        return new AccountLedger(
                account,
                quote,
                cash,
                List.of(changed),
                realised,
                contributed,
                newEquity,
                peak.max(newEquity),
                periods,
                epoch,
                liquidating,
                later(time));
    }

    private AccountLedger inPeriodOf(Instant time) {
        return new AccountLedger(
                account,
                quote,
                cash,
                holdings,
                realised,
                contributed,
                equity,
                peak,
                periods.at(time, equity),
                epoch,
                liquidating,
                later(time));
    }

    /** The same books under an engine that has reached {@code newEpoch}. */
    AccountLedger inEpoch(long newEpoch, boolean sellAll) {
        return new AccountLedger(
                account,
                quote,
                cash,
                holdings,
                realised,
                contributed,
                equity,
                peak,
                periods,
                newEpoch,
                sellAll,
                at);
    }

    /**
     * The same books with one holding replaced by one of the same worth, or with a new empty one.
     */
    AccountLedger with(Holding holding) {
        int index = indexOf(holding.asset());
        Holding[] changed;
        if (index >= 0) {
            changed = holdings.toArray(Holding[]::new);
            changed[index] = holding;
        } else {
            var more = new ArrayList<>(holdings);
            more.add(-index - 1, holding);
            changed = more.toArray(Holding[]::new);
        }
        return new AccountLedger(
                account,
                quote,
                cash,
                List.of(changed),
                realised,
                contributed,
                equity,
                peak,
                periods,
                epoch,
                liquidating,
                at);
    }

    int indexOf(Asset asset) {
        return indexOf(holdings, asset);
    }

    /** Where {@code asset} is, or {@code -(where it would be) - 1}; there are few: no search. */
    static int indexOf(List<Holding> holdings, Asset asset) {
        for (int i = 0; i < holdings.size(); i++) {
            var other = holdings.get(i).asset();
            if (other.equals(asset)) {
                return i;
            }
            if (other.compareTo(asset) > 0) {
                return -i - 1;
            }
        }
        return -holdings.size() - 1;
    }

    /** What it owns of {@code asset}, position and loose; null when it never owned any. */
    public @Nullable Holding holding(Asset asset) {
        int index = indexOf(asset);
        return index < 0 ? null : holdings.get(index);
    }

    boolean hasOpenPosition(Asset asset) {
        var holding = holding(asset);
        return holding != null && holding.openPosition() != null;
    }

    Instant later(Instant time) {
        return time.isAfter(at) ? time : at;
    }

    public Symbol symbolOf(Holding holding) {
        return new Symbol(holding.asset(), quote);
    }

    /** Worth of everything held less what it cost. */
    public BigDecimal unrealised() {
        return holdings.stream().map(Holding::unrealised).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether nothing was ever booked. */
    public boolean isUntouched() {
        return periods.equals(Periods.NONE) && holdings.isEmpty();
    }

    public int openPositions() {
        int open = 0;
        for (var holding : holdings) {
            if (holding.openPosition() != null) {
                open++;
            }
        }
        return open;
    }

    /** How far equity lies below its peak, in per cent. */
    public BigDecimal drawdownPct() {
        return peak.signum() <= 0
                ? BigDecimal.ZERO
                : peak.subtract(equity).movePointRight(2).divide(peak, DIGITS).stripTrailingZeros();
    }

    /** The account as the others are told. */
    public AccountStateChanged statement() {
        return Statements.of(this);
    }

    /**
     * The latest position in {@code asset} as the others are told; null when there never was one.
     */
    public @Nullable PositionChanged position(Asset asset) {
        return Statements.of(this, asset);
    }
}
