package pro.cryptotrader.executor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.binance.BinanceRest;
import pro.cryptotrader.binance.Credentials;
import pro.cryptotrader.binance.SpotAccount;
import pro.cryptotrader.binance.UserEvent;
import pro.cryptotrader.binance.UserStream;
import pro.cryptotrader.contracts.config.SecretBox;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.executor.outbound.AccountRows;
import pro.cryptotrader.executor.outbound.SimulatedAccounts;

/** Brings accounts to the venue and keeps them there. Everything runs on the account's lane. */
@ApplicationScoped
public class VenueConnections {
    private static final Logger LOG = Logger.getLogger(VenueConnections.class);

    private final LiveAccounts accounts;
    private final AccountRows rows;
    private final ExecutionService service;
    private final Reconciliation reconciliation;
    private final SimulatedAccounts simulator;
    private final TradeTerms terms;
    private final Lanes lanes;
    private final BinanceRest rest;
    private final String wsApiUrl;
    private final Optional<String> masterKey;

    VenueConnections(
            LiveAccounts accounts,
            AccountRows rows,
            ExecutionService service,
            Reconciliation reconciliation,
            SimulatedAccounts simulator,
            TradeTerms terms,
            Lanes lanes,
            BinanceRest rest,
            @ConfigProperty(name = "venue.ws-api-url") String wsApiUrl,
            @ConfigProperty(name = "master.key") Optional<String> masterKey) {
        this.accounts = accounts;
        this.rows = rows;
        this.service = service;
        this.reconciliation = reconciliation;
        this.simulator = simulator;
        this.terms = terms;
        this.lanes = lanes;
        this.rest = rest;
        this.wsApiUrl = wsApiUrl;
        this.masterKey = masterKey;
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
        for (var account : accounts.all()) {
            if (account.isReconciled()) {
                lanes.run(
                        new AccountLane(account.id()),
                        () -> {
                            var venue = account.venue();
                            if (venue != null && account.isReconciled()) {
                                attemptLight(account, venue);
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

    private void attemptLight(LiveAccount account, SpotAccount venue) {
        try {
            reconciliation.light(account, venue);
        } catch (RuntimeException e) {
            LOG.warnf("open orders of %s not compared: %s", account.id(), e.getMessage());
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
        var credentials = credentials(row);
        var venue = new SpotAccount(rest.as(credentials));
        if (!row.opened() && now != null) {
            service.open(account.id(), venue.account(), now);
        }
        account.connect(
                venue, new UserStream(wsApiUrl, credentials, rest.clock(), new Listener(account)));
        return venue;
    }

    private AccountRows.Row row(AccountId id) {
        return rows.all().stream()
                .filter(each -> each.account().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("account %s is not kept".formatted(id)));
    }

    private Credentials credentials(AccountRows.Row row) {
        var box =
                new SecretBox(
                        masterKey.orElseThrow(() ->
                                new IllegalStateException(
                                        "MASTER_KEY is not set: base64 of 32 bytes that seal the accounts' keys")));
        var apiKey = row.apiKey();
        var secretKey = row.secretKey();
        if (apiKey != null && secretKey != null) {
            return Credentials.hmac(box.open(apiKey), box.open(secretKey));
        }
        var keys = simulator.open(row.account());
        service.keepKeys(row.account(), box.seal(keys.apiKey()), box.seal(keys.secretKey()));
        return Credentials.hmac(keys.apiKey(), keys.secretKey());
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
