package pro.cryptotrader.executor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import pro.cryptotrader.binance.AccountSnapshot;
import pro.cryptotrader.binance.VenueTrade;
import pro.cryptotrader.contracts.event.FillEvent.FundsChanged;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.executor.outbound.AccountRows;
import pro.cryptotrader.executor.outbound.FundsRows;
import pro.cryptotrader.executor.outbound.OrderRows;
import pro.cryptotrader.messaging.Inbox;
import pro.cryptotrader.messaging.Outbox;

/** The transactions about what moves an account's funds without an order of ours. */
@ApplicationScoped
public class AccountLedger {
    private static final String SOURCE = Announcements.SOURCE;

    private final Inbox inbox;
    private final Outbox outbox;
    private final AccountRows accounts;
    private final OrderRows orders;
    private final FundsRows funds;
    private final Fence fence;
    private final CrashPoints crash;
    private final TradeTerms terms;
    private final InstantSource wall;

    AccountLedger(
            Inbox inbox,
            Outbox outbox,
            AccountRows accounts,
            OrderRows orders,
            FundsRows funds,
            Fence fence,
            CrashPoints crash,
            TradeTerms terms,
            InstantSource wall) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.accounts = accounts;
        this.orders = orders;
        this.funds = funds;
        this.fence = fence;
        this.crash = crash;
        this.terms = terms;
        this.wall = wall;
    }

    /** Tells, once, what the account owned before we did anything with it. */
    @Transactional
    public void open(AccountId account, AccountSnapshot snapshot, Instant now) {
        fence.hold();
        if (accounts.loadForUpdate(account).opened()) {
            return;
        }
        accounts.markOpened(account);
        funds.replace(account, new TreeMap<>());
        snapshot.balances()
                .forEach((asset, balance) ->
                        move(
                                "opening|%s|%s".formatted(account, asset),
                                account,
                                asset,
                                balance.total(),
                                FundsChanged.Cause.OPENING,
                                now));
        crash.reached("before-commit", "OPENING");
    }

    /** A deposit or withdrawal that the venue told. */
    @Transactional
    public void moveFunds(AccountId account, Asset asset, BigDecimal delta, Instant at) {
        fence.hold();
        var id = "transfer|%s|%s|%s|%s".formatted(account, asset, delta.toPlainString(), at);
        if (inbox.accept(DeterministicId.root(id))) {
            move(id, account, asset, delta, transfer(delta), at);
        }
    }

    /** A trade that a person or another program made: shown, counted, never touched. */
    @Transactional
    public void foreignTrade(AccountId account, Symbol symbol, VenueTrade trade) {
        fence.hold();
        if (!orders.noteForeign(account, symbol, trade.id())) {
            return;
        }
        var sign = trade.buyer() ? BigDecimal.ONE : BigDecimal.ONE.negate();
        var base = trade.quantity().multiply(sign);
        var quote = trade.quantity().multiply(trade.price()).multiply(sign).negate();
        var moves = new ArrayList<Map.Entry<Asset, BigDecimal>>();
        moves.add(Map.entry(symbol.base(), base));
        moves.add(Map.entry(symbol.quote(), quote));
        if (trade.commission().signum() > 0) {
            moves.add(Map.entry(new Asset(trade.commissionAsset()), trade.commission().negate()));
        }
        var id = "foreign|%s|%s|%d".formatted(account, symbol, trade.id());
        for (int i = 0; i < moves.size(); i++) {
            var move = moves.get(i);
            move(
                    id + "|" + i,
                    account,
                    move.getKey(),
                    move.getValue(),
                    FundsChanged.Cause.FOREIGN_TRADE,
                    trade.at());
        }
        log(
                id + "|log",
                account,
                TradingLog.Level.WARNING,
                "%s %s was %s outside of this platform"
                        .formatted(
                                trade.quantity().toPlainString(),
                                symbol.base(),
                                trade.buyer() ? "bought" : "sold"),
                trade.at());
    }

    /**
     * What the venue has and nobody told of, such as a transfer that was missed in a gap: told now,
     * so that everybody counts what is there.
     *
     * @param expected what we thought there was; nothing happens when that has changed since
     */
    @Transactional
    public void correct(AccountId account, Asset asset, BigDecimal expected, BigDecimal found) {
        fence.hold();
        accounts.loadForUpdate(account);
        if (total(funds.of(account), asset).compareTo(expected) != 0) {
            return;
        }
        var now = now();
        var delta = found.subtract(expected);
        var id =
                "correction|%s|%s|%s|%s|%s"
                        .formatted(
                                account,
                                asset,
                                expected.toPlainString(),
                                found.toPlainString(),
                                wall.instant());
        move(id, account, asset, delta, transfer(delta), now);
        log(
                id + "|log",
                account,
                TradingLog.Level.WARNING,
                "The venue has %s %s and %s were expected: counted as a %s"
                        .formatted(
                                found.toPlainString(),
                                asset,
                                expected.toPlainString(),
                                delta.signum() > 0 ? "deposit" : "withdrawal"),
                now);
    }

    /**
     * What the account owns by what we have told.
     *
     * @param found what the venue says; taken over without a word for an account whose funds were
     *     not kept before
     */
    @Transactional
    public SortedMap<Asset, BigDecimal> expected(
            AccountId account, SortedMap<Asset, BigDecimal> found) {
        fence.hold();
        var row = accounts.loadForUpdate(account);
        if (row.opened() && !row.fundsKept()) {
            funds.replace(account, found);
            accounts.markFundsKept(account);
        }
        return funds.of(account);
    }

    static BigDecimal total(SortedMap<Asset, BigDecimal> totals, Asset asset) {
        return totals.getOrDefault(asset, BigDecimal.ZERO);
    }

    /** Says something to the account's owner, once per name. */
    @Transactional
    public void tell(String name, AccountId account, TradingLog.Level level, String message) {
        fence.hold();
        if (inbox.accept(DeterministicId.root(name))) {
            log(name, account, level, message, now());
        }
    }

    private Instant now() {
        var market = terms.now();
        return market == null ? wall.instant() : market;
    }

    private static FundsChanged.Cause transfer(BigDecimal delta) {
        return delta.signum() > 0 ? FundsChanged.Cause.DEPOSIT : FundsChanged.Cause.WITHDRAWAL;
    }

    private void move(
            String name,
            AccountId account,
            Asset asset,
            BigDecimal delta,
            FundsChanged.Cause cause,
            Instant at) {
        var change = new FundsChanged(account, asset, delta, cause, at);
        funds.count(change);
        outbox.append(Envelope.root(DeterministicId.root(name), SOURCE, at, change));
    }

    private void log(
            String name, AccountId account, TradingLog.Level level, String message, Instant at) {
        outbox.append(
                Envelope.root(
                        DeterministicId.root(name),
                        SOURCE,
                        at,
                        new TradingLog(account, level, SOURCE, message, Map.of(), at)));
    }
}
