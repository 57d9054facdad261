package pro.cryptotrader.position;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.core.position.AccountLedger;
import pro.cryptotrader.position.outbound.Ledgers;
import pro.cryptotrader.position.outbound.StoredLedger;

/**
 * The ledgers between two writes: each as the database has it, marked by every tick since. Lost in
 * a crash, and nothing with it but marks that the next ticks bring again.
 */
@ApplicationScoped
class LiveLedgers {
    private final Ledgers stored;
    private final LiveMarket market;
    private final Map<AccountId, Live> ledgers = new ConcurrentHashMap<>();

    LiveLedgers(Ledgers stored, LiveMarket market) {
        this.stored = stored;
        this.market = market;
    }

    /**
     * A ledger of some version.
     *
     * @param told as it was published last
     * @param now as it is by now
     */
    private record Live(AccountLedger told, AccountLedger now, long version) {
        Live marked(Tick tick) {
            return new Live(told, now.marked(tick.symbol(), tick.bid(), tick.at()), version);
        }
    }

    void start(@Observes @Priority(20) StartupEvent event) {
        stored.all().forEach(this::keep);
    }

    /** What has been committed is what counts from now on. */
    void kept(@Observes(during = TransactionPhase.AFTER_SUCCESS) StoredLedger ledger) {
        keep(ledger);
    }

    private void keep(StoredLedger ledger) {
        ledgers.merge(
                ledger.ledger().account(),
                new Live(ledger.ledger(), market.mark(ledger.ledger()), ledger.version()),
                (known, fresh) -> fresh.version() > known.version() ? fresh : known);
    }

    void onTick(Tick tick) {
        market.move(tick);
        ledgers.replaceAll((account, live) -> live.marked(tick));
    }

    /**
     * The ledger with all marks since it was kept; as it was kept when another instance kept it.
     */
    AccountLedger latest(StoredLedger kept) {
        var live = ledgers.get(kept.ledger().account());
        return live != null && live.version() == kept.version()
                ? live.now()
                : market.mark(kept.ledger());
    }

    /** The accounts that changed since they were published. */
    List<AccountId> changed() {
        return ledgers.entrySet().stream()
                .filter(entry -> !entry.getValue().now().equals(entry.getValue().told()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
