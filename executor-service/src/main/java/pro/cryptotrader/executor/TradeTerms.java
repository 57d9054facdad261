package pro.cryptotrader.executor;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.execution.EntryConditions;
import pro.cryptotrader.core.execution.EntryForm;
import pro.cryptotrader.core.execution.Terms;

/** Gathers the circumstances of a decision: the market, the venue's rules, the engine. */
@ApplicationScoped
class TradeTerms {
    private final LiveAccounts accounts;
    private final LatestMarket market;
    private final InstantSource wall;

    TradeTerms(LiveAccounts accounts, LatestMarket market, InstantSource wall) {
        this.accounts = accounts;
        this.market = market;
        this.wall = wall;
    }

    Terms of(AccountId id, Symbol symbol) {
        var account = accounts.find(id);
        var time = market.time();
        // Without a tick nothing is bought; what the venue reports by then is stamped by the wall.
        var now = time == null ? wall.instant() : time;
        if (account == null) {
            return new Terms(
                    null,
                    EntryForm.PLAIN,
                    BigDecimal.ZERO,
                    market.bid(symbol),
                    new EntryConditions(null, -1, false, false, time),
                    now);
        }
        var rules = account.rules(symbol.venueName());
        return new Terms(
                rules == null ? null : rules.instrument(),
                account.form(symbol),
                account.abilities(symbol),
                account.takerCommission(),
                market.bid(symbol),
                conditions(account),
                now);
    }

    /** What must hold for an entry, at this very moment. */
    EntryConditions conditions(LiveAccount account) {
        var engine = account.engine();
        return new EntryConditions(
                engine.state(),
                engine.epoch(),
                engine.halt() != null,
                account.isReconciled(),
                market.time());
    }

    /** Market time; null before the first tick. */
    @Nullable Instant now() {
        return market.time();
    }
}
