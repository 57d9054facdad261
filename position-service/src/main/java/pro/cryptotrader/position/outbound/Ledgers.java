package pro.cryptotrader.position.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.core.position.AccountLedger;
import pro.cryptotrader.messaging.DatabaseFailure;

/** The accounts' books; belongs to the caller's transaction. */
@ApplicationScoped
public class Ledgers {
    private static final String ADD =
            "insert into ledger (account, version, state, changed_at) values (?, 0, ?::jsonb, now())"
                    + " on conflict do nothing";
    private static final String SAVE =
            "update ledger set version = ?, state = ?::jsonb, changed_at = now() where account = ?";

    private final DataSource dataSource;
    private final ObjectMapper json = EventJson.newMapper();

    Ledgers(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The account's books, nobody else's until the transaction ends; empty ones when it is new. */
    public StoredLedger loadForUpdate(AccountId account, Asset quote) {
        try (var connection = dataSource.getConnection();
                var add = connection.prepareStatement(ADD);
                var select =
                        connection.prepareStatement(
                                "select state, version from ledger where account = ? for update")) {
            add.setString(1, account.toString());
            add.setString(2, write(AccountLedger.empty(account, quote)));
            add.executeUpdate();
            select.setString(1, account.toString());
            var row = select.executeQuery();
            row.next();
            return new StoredLedger(read(row.getString(1)), row.getLong(2));
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot load the ledger of " + account, e);
        }
    }

    public List<StoredLedger> all() {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select state, version from ledger")) {
            var rows = select.executeQuery();
            var ledgers = new ArrayList<StoredLedger>();
            while (rows.next()) {
                ledgers.add(new StoredLedger(read(rows.getString(1)), rows.getLong(2)));
            }
            return ledgers;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot load the ledgers", e);
        }
    }

    public void save(StoredLedger stored) {
        try (var connection = dataSource.getConnection();
                var update = connection.prepareStatement(SAVE)) {
            update.setLong(1, stored.version());
            update.setString(2, write(stored.ledger()));
            update.setString(3, stored.ledger().account().toString());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot keep the ledger of " + stored.ledger().account(), e);
        }
    }

    private String write(AccountLedger ledger) {
        try {
            return json.writeValueAsString(ledger);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the ledger of " + ledger.account(), e);
        }
    }

    private AccountLedger read(String state) {
        try {
            return json.readValue(state, AccountLedger.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read a ledger: " + e.getOriginalMessage(), e);
        }
    }
}
