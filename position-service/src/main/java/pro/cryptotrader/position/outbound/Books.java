package pro.cryptotrader.position.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.FillEvent;
import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.event.PositionChanged.Status;
import pro.cryptotrader.core.performance.Performance;
import pro.cryptotrader.core.position.AccountLedger;

/** What is written down beside a ledger: its entries, equity, positions and figures. */
@ApplicationScoped
public class Books {
    private final LedgerEntries entries;
    private final EquityPoints equity;
    private final PositionHistory positions;
    private final PerformanceRecords performance;

    Books(
            LedgerEntries entries,
            EquityPoints equity,
            PositionHistory positions,
            PerformanceRecords performance) {
        this.entries = entries;
        this.equity = equity;
        this.positions = positions;
        this.performance = performance;
    }

    /** Writes down what the event moves; false when that was done before. */
    public boolean book(UUID eventId, FillEvent event) {
        if (entries.contain(eventId)) {
            return false;
        }
        entries.append(eventId, event);
        return true;
    }

    /** Adds to the equity curve unless its market minute has a point. */
    public void sample(AccountLedger ledger) {
        equity.sample(ledger);
    }

    /** Writes down what was decided. */
    public void record(AccountLedger ledger, List<Event> events) {
        boolean closed = false;
        for (var event : events) {
            switch (event) {
                case PositionChanged changed -> {
                    save(ledger, changed);
                    closed |= changed.status() == Status.CLOSED;
                }
                case AccountStateChanged _ -> equity.add(ledger);
                default -> {}
            }
        }
        if (closed) {
            performance.save(
                    ledger.account(),
                    ledger.at(),
                    Performance.of(
                            positions.results(ledger.account()), equity.curve(ledger.account())));
        }
    }

    private void save(AccountLedger ledger, PositionChanged changed) {
        var holding = ledger.holding(changed.symbol().base());
        if (holding != null && holding.position() != null) {
            positions.save(ledger.account(), changed.symbol(), holding.position());
        }
    }
}
