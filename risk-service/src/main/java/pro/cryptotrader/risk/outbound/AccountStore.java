package pro.cryptotrader.risk.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.core.risk.AccountRisk;
import pro.cryptotrader.messaging.DatabaseFailure;

/** Keeps what risk knows of each account: one row each, as JSON. */
@ApplicationScoped
public class AccountStore {
    private static final String BY_ACCOUNT = "select state from account_risk where account = ?";

    private static final String ANSWERING =
            """
            select state from account_risk
            where interval_code = ? and symbols @> array[?::text]
            order by account for update
            """;

    private static final String INSERT =
            "insert into account_risk (account, state) values (?, ?::jsonb) on conflict do nothing";

    private static final String UPDATE =
            """
            update account_risk
            set interval_code = ?, symbols = ?, state = ?::jsonb, updated_at = now()
            where account = ?
            """;

    private final ObjectMapper json = EventJson.newMapper();
    private final DataSource dataSource;

    AccountStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The states that a decision has changed; the others need not be written. */
    public static final class Changes {
        private final List<AccountRisk> states = new ArrayList<>();

        public Changes add(AccountRisk before, AccountRisk after) {
            if (!after.equals(before)) {
                states.add(after);
            }
            return this;
        }
    }

    /** The accounts that answer {@code signal}, locked in one order until the transaction ends. */
    public List<AccountRisk> answering(Signal signal) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(ANSWERING)) {
            select.setString(1, signal.interval().code());
            select.setString(2, signal.symbol().toString());
            return states(select);
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot load the accounts that answer a signal", e);
        }
    }

    /** The account, locked until the transaction ends; null when nothing is known of it. */
    public @Nullable AccountRisk load(AccountId account) {
        return select(account, BY_ACCOUNT + " for update");
    }

    /** The account as it was last committed; null when nothing is known of it. */
    public @Nullable AccountRisk peek(AccountId account) {
        return select(account, BY_ACCOUNT);
    }

    /** The account, locked until the transaction ends; begun when nothing is known of it. */
    public AccountRisk loadOrCreate(AccountId account) {
        var known = load(account);
        if (known != null) {
            return known;
        }
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, account.toString());
            insert.setString(2, write(AccountRisk.unknown(account)));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot begin account " + account, e);
        }
        var begun = load(account);
        if (begun == null) {
            throw new IllegalStateException(
                    "account %s was begun and is not there".formatted(account));
        }
        return begun;
    }

    public void save(Changes changes) {
        if (changes.states.isEmpty()) {
            return;
        }
        try (var connection = dataSource.getConnection();
                var update = connection.prepareStatement(UPDATE)) {
            for (var account : changes.states) {
                var terms = account.terms();
                update.setString(1, terms == null ? null : terms.interval().code());
                update.setArray(2, connection.createArrayOf("text", answered(account)));
                update.setString(3, write(account));
                update.setString(4, account.account().toString());
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure(
                    "cannot save %d accounts".formatted(changes.states.size()), e);
        }
    }

    private @Nullable AccountRisk select(AccountId account, String query) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(query)) {
            select.setString(1, account.toString());
            var found = states(select);
            return found.isEmpty() ? null : found.getFirst();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot load account " + account, e);
        }
    }

    private List<AccountRisk> states(PreparedStatement select) throws SQLException {
        var states = new ArrayList<AccountRisk>();
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                states.add(read(rows.getString(1)));
            }
        }
        return states;
    }

    /** Whatever it trades, and whatever it holds and may have to leave. */
    private static Object[] answered(AccountRisk account) {
        var symbols = new TreeSet<String>();
        var terms = account.terms();
        if (terms != null) {
            terms.symbols().forEach(symbol -> symbols.add(symbol.toString()));
        }
        account.holdings()
                .forEach((symbol, holding) -> {
                    if (holding.open()) {
                        symbols.add(symbol.toString());
                    }
                });
        return symbols.toArray();
    }

    private AccountRisk read(String state) {
        try {
            return json.readValue(state, AccountRisk.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the state of an account cannot be read", e);
        }
    }

    private String write(AccountRisk account) {
        try {
            return json.writeValueAsString(account);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write account " + account.account(), e);
        }
    }
}
