package pro.cryptotrader.executor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.binance.BinanceRest;
import pro.cryptotrader.binance.SpotAccount;
import pro.cryptotrader.binance.UserEvent;
import pro.cryptotrader.binance.UserStream;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.executor.outbound.AccountRows;
import pro.cryptotrader.executor.outbound.VenueSite;

/** Brings accounts to the venue and keeps them there. Everything runs on the account's lane. */
@ApplicationScoped
public class VenueConnections {
    private static final Logger LOG = Logger.getLogger(VenueConnections.class);
    private static final int LONGEST_PASS_SECONDS = 60;

    private final LiveAccounts accounts;
    private final AccountRows rows;
    private final AccountKeys keys;
    private final AccountLedger ledger;
    private final Reconciliation reconciliation;
    private final TradeTerms terms;
    private final Lanes lanes;
    private final BinanceRest rest;
    private final VenueSite site;
    private final Fence fence;

    VenueConnections(
            LiveAccounts accounts,
            AccountRows rows,
            AccountKeys keys,
            AccountLedger ledger,
            Reconciliation reconciliation,
            TradeTerms terms,
            Lanes lanes,
            BinanceRest rest,
            VenueSite site,
            Fence fence) {
        this.accounts = accounts;
        this.rows = rows;
        this.keys = keys;
        this.ledger = ledger;
        this.reconciliation = reconciliation;
        this.terms = terms;
        this.lanes = lanes;
        this.rest = rest;
        this.site = site;
        this.fence = fence;
    }

    private record AccountLane(AccountId account) {}

    /** Looks after every account: connects what is not connected, reconciles what is not. */
    public void lookAfter() {
        for (var account : accounts.all()) {
            if (account.symbols().isEmpty() || account.isReconciled()) {
                continue;
            }
            lanes.run(new AccountLane(account.id()), () -> attempt(account));
        }
    }

    /** Measures the venue's clock; a failure changes nothing. */
    public void measureClock() {
        try {
            rest.measureClock();
        } catch (RuntimeException e) {
            LOG.warnf("the venue's clock was not measured: %s", e.getMessage());
        }
    }

    /** Compares what rests at the venue with what we believe. */
    public void compareOpenOrders() {
        onReconciled(
                "open orders",
                (account, venue) -> {
                    var _ = reconciliation.light(account, venue);
                    if (reconciliation.isSuspicious(account.id())) {
                        reconciliation.funds(account, venue);
                    }
                });
    }

    /** Compares what is owned at the venue with what we have told. */
    public void compareFunds() {
        onReconciled("balances", reconciliation::funds);
    }

    /** Makes the full pass now, whatever is believed; false when it did not come to its end. */
    public boolean reconcileNow(LiveAccount account) {
        var done =
                lanes.call(
                        new AccountLane(account.id()),
                        () -> {
                            var venue = account.venue();
                            if (venue == null) {
                                throw new IllegalStateException("not connected to the venue");
                            }
                            reconcile(account, venue);
                        });
        try {
            done.get(LONGEST_PASS_SECONDS, TimeUnit.SECONDS);
            return account.isReconciled();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("account %s was not reconciled: %s", account.id(), e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void onReconciled(String what, BiConsumer<LiveAccount, SpotAccount> comparison) {
        for (var account : accounts.all()) {
            if (account.isReconciled()) {
                lanes.run(
                        new AccountLane(account.id()),
                        () -> {
                            var venue = account.venue();
                            if (venue != null && account.isReconciled()) {
                                compare(what, account, venue, comparison);
                            }
                        });
            }
        }
    }

    private void attempt(LiveAccount account) {
        if (account.isReconciled()) {
            return;
        }
        try {
            var venue = account.venue();
            if (venue == null) {
                venue = connect(account);
            }
            if (venue != null && account.isSubscribed()) {
                reconcile(account, venue);
            }
        } catch (RuntimeException e) {
            LOG.warnf("account %s is not ready: %s", account.id(), e.getMessage());
        }
    }

    private void reconcile(LiveAccount account, SpotAccount venue) {
        long gaps = account.gaps();
        reconciliation.full(account, venue);
        account.reconciledSince(gaps);
        LOG.infof("account %s is reconciled with the venue", account.id());
    }

    private static void compare(
            String what,
            LiveAccount account,
            SpotAccount venue,
            BiConsumer<LiveAccount, SpotAccount> comparison) {
        try {
            comparison.accept(account, venue);
        } catch (RuntimeException e) {
            LOG.warnf("%s of %s not compared: %s", what, account.id(), e.getMessage());
        }
    }

    /** Null while opening balances wait for the market to show its time. */
    private @Nullable SpotAccount connect(LiveAccount account) {
        var row = row(account.id());
        var now = terms.now();
        if (!row.opened() && now == null) {
            return null;
        }
        rest.measureClock();
        var credentials = keys.of(row);
        var venue = new SpotAccount(rest.as(credentials, fence));
        var snapshot = venue.account();
        keys.examine(account.id(), venue, snapshot);
        if (!row.opened() && now != null) {
            ledger.open(account.id(), snapshot, now);
        }
        account.learn(snapshot);
        account.connect(
                venue,
                new UserStream(site.wsApiUrl(), credentials, rest.clock(), new Listener(account)));
        return venue;
    }

    private AccountRows.Row row(AccountId id) {
        return rows.all().stream()
                .filter(each -> each.account().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("account %s is not kept".formatted(id)));
    }

    /** What the user stream says about one account. */
    private final class Listener implements UserStream.Listener {
        private final LiveAccount account;

        Listener(LiveAccount account) {
            this.account = account;
        }

        @Override
        public void subscribed() {
            account.subscribed();
            lanes.run(new AccountLane(account.id()), () -> attempt(account));
        }

        @Override
        public void event(UserEvent event) {
            reconciliation.onEvent(account, event);
        }

        @Override
        public void gap(String reason) {
            account.gap();
        }
    }
}
