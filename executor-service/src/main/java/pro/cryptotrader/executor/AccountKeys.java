package pro.cryptotrader.executor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import pro.cryptotrader.binance.AccountSnapshot;
import pro.cryptotrader.binance.Credentials;
import pro.cryptotrader.binance.KeyPermissions;
import pro.cryptotrader.binance.SpotAccount;
import pro.cryptotrader.contracts.config.SecretBox;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.executor.outbound.AccountRows;
import pro.cryptotrader.executor.outbound.SimulatedAccounts;
import pro.cryptotrader.executor.outbound.VenueSite;

/** Where an account's keys come from, and whether they may be used at this venue. */
@ApplicationScoped
class AccountKeys {
    private static final Logger LOG = Logger.getLogger(AccountKeys.class);

    private final ExecutionService service;
    private final AccountLedger ledger;
    private final SimulatedAccounts simulator;
    private final VenueSite site;
    private final Optional<String> masterKey;
    private final Optional<String> apiKey;
    private final Optional<String> secretKey;

    AccountKeys(
            ExecutionService service,
            AccountLedger ledger,
            SimulatedAccounts simulator,
            VenueSite site,
            @ConfigProperty(name = "master.key") Optional<String> masterKey,
            @ConfigProperty(name = "venue.api-key") Optional<String> apiKey,
            @ConfigProperty(name = "venue.secret-key") Optional<String> secretKey) {
        this.service = service;
        this.ledger = ledger;
        this.simulator = simulator;
        this.site = site;
        this.masterKey = masterKey;
        this.apiKey = apiKey;
        this.secretKey = secretKey;
    }

    /** The account's keys: kept ones, else given ones, which are sealed and kept. */
    Credentials of(AccountRows.Row row) {
        site.objection(row.account())
                .ifPresent(reason -> {
                    throw new IllegalStateException(reason);
                });
        var venue = row.venue() == null ? VenueSite.Mode.SIMULATOR.text() : row.venue();
        var kept = row.apiKey();
        var keptSecret = row.secretKey();
        var box = box();
        if (kept != null && keptSecret != null) {
            if (!venue.equals(site.mode().text())) {
                throw new IllegalStateException(
                        "account %s belongs to the %s venue and VENUE_MODE is %s: use a database of its own for each"
                                .formatted(row.account(), venue, site.mode().text()));
            }
            return Credentials.of(box.open(kept), box.open(keptSecret));
        }
        return site.mode() == VenueSite.Mode.SIMULATOR
                ? simulated(row.account(), box)
                : given(row.account(), box);
    }

    private Credentials simulated(AccountId account, SecretBox box) {
        var keys = simulator.open(account);
        return keep(account, box, keys.apiKey(), keys.secretKey());
    }

    private Credentials given(AccountId account, SecretBox box) {
        if (apiKey.isEmpty() || secretKey.isEmpty()) {
            throw new IllegalStateException(
                    "account %s has no keys for the %s venue: set VENUE_API_KEY and VENUE_SECRET_KEY (an HMAC secret, or an Ed25519 private key in PEM) once"
                            .formatted(account, site.mode().text()));
        }
        return keep(account, box, apiKey.get(), secretKey.get());
    }

    private Credentials keep(AccountId account, SecretBox box, String key, String secret) {
        var credentials = Credentials.of(key, secret);
        service.keepKeys(account, box.seal(key), box.seal(secret), site.mode().text());
        return credentials;
    }

    private SecretBox box() {
        return new SecretBox(
                masterKey.orElseThrow(() ->
                        new IllegalStateException(
                                "MASTER_KEY is not set: base64 of 32 bytes that seal the accounts' keys")));
    }

    /**
     * Refuses keys that could do more than trade, and says loudly when the money is real.
     *
     * @throws IllegalStateException when the account must not trade
     */
    void examine(AccountId id, SpotAccount venue, AccountSnapshot snapshot) {
        if (!snapshot.canTrade()) {
            throw new IllegalStateException("the venue lets account %s not trade".formatted(id));
        }
        if (site.mode() != VenueSite.Mode.LIVE) {
            return;
        }
        var may = venue.keyPermissions();
        objection(id, may)
                .ifPresent(reason -> {
                    throw new IllegalStateException(reason);
                });
        var words =
                "LIVE: account %s trades with real money at Binance (uid %s)%s"
                        .formatted(
                                id,
                                snapshot.uid(),
                                may.ipRestricted()
                                        ? ""
                                        : "; its key is not restricted to an address");
        LOG.warn(words);
        ledger.tell(
                "live|%s|%s".formatted(id, snapshot.uid()), id, TradingLog.Level.WARNING, words);
    }

    /** Why a key must not trade with real money; empty when it may. */
    static Optional<String> objection(AccountId id, KeyPermissions may) {
        if (may.withdrawals()) {
            return Optional.of(
                    "the API key of account %s may withdraw or transfer: switch that off at the venue, it is never needed"
                            .formatted(id));
        }
        return may.spotTrading()
                ? Optional.empty()
                : Optional.of(
                        "the API key of account %s may not trade spot: switch that on at the venue"
                                .formatted(id));
    }
}
