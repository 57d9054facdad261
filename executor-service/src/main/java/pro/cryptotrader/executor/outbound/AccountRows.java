package pro.cryptotrader.executor.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.config.SealedSecret;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.executor.EngineView;
import pro.cryptotrader.messaging.DatabaseFailure;

/** The accounts; writes belong to the caller's transaction. */
@ApplicationScoped
public class AccountRows {
    private static final String COLUMNS =
            "select account, symbols, api_key, secret_key, opened, engine, confirmed_epoch, venue, funds_kept from accounts";

    private final DataSource dataSource;
    private final ObjectMapper json = EventJson.newMapper();

    AccountRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * An account.
     *
     * @param apiKey null until the account has keys
     * @param opened whether its opening balances have been told
     * @param engine null until the engine has been heard of
     * @param confirmedEpoch the highest epoch that was confirmed; -1 before the first
     * @param venue the mode of the venue that the keys belong to; null until there are keys
     * @param fundsKept whether its funds have been compared with the venue once
     */
    public record Row(
            AccountId account,
            List<Symbol> symbols,
            @Nullable SealedSecret apiKey,
            @Nullable SealedSecret secretKey,
            boolean opened,
            @Nullable EngineView engine,
            long confirmedEpoch,
            @Nullable String venue,
            boolean fundsKept) {
        public Row {
            symbols = List.copyOf(symbols);
        }
    }

    public List<Row> all() {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(COLUMNS + " order by account")) {
            var result = select.executeQuery();
            var rows = new ArrayList<Row>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        } catch (SQLException | JsonProcessingException e) {
            throw failure("cannot read the accounts", e);
        }
    }

    /** The account, nobody else's until the transaction ends; an empty one when it is new. */
    public Row loadForUpdate(AccountId account) {
        try (var connection = dataSource.getConnection();
                var add =
                        connection.prepareStatement(
                                "insert into accounts (account) values (?) on conflict do nothing");
                var select =
                        connection.prepareStatement(COLUMNS + " where account = ? for update")) {
            add.setString(1, account.toString());
            add.executeUpdate();
            select.setString(1, account.toString());
            var result = select.executeQuery();
            result.next();
            return row(result);
        } catch (SQLException | JsonProcessingException e) {
            throw failure("cannot load account " + account, e);
        }
    }

    public void saveEngine(AccountId account, EngineView engine, long confirmedEpoch) {
        try (var connection = dataSource.getConnection();
                var update =
                        connection.prepareStatement(
                                "update accounts set engine = ?::jsonb, confirmed_epoch = ? where account = ?")) {
            update.setString(1, json.writeValueAsString(engine));
            update.setLong(2, confirmedEpoch);
            update.setString(3, account.toString());
            update.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw failure("cannot keep the engine's state of " + account, e);
        }
    }

    public void saveSymbols(AccountId account, Collection<Symbol> symbols) {
        try (var connection = dataSource.getConnection();
                var update =
                        connection.prepareStatement(
                                "update accounts set symbols = ?::jsonb where account = ?")) {
            update.setString(1, json.writeValueAsString(symbols));
            update.setString(2, account.toString());
            update.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw failure("cannot keep the symbols of " + account, e);
        }
    }

    public void saveKeys(
            AccountId account, SealedSecret apiKey, SealedSecret secretKey, String venue) {
        update(
                "update accounts set api_key = ?, secret_key = ?, venue = ? where account = ?",
                apiKey.ciphertext(),
                secretKey.ciphertext(),
                venue,
                account.toString());
    }

    public void markOpened(AccountId account) {
        update(
                "update accounts set opened = true, funds_kept = true where account = ?",
                account.toString());
    }

    public void markFundsKept(AccountId account) {
        update("update accounts set funds_kept = true where account = ?", account.toString());
    }

    private void update(String sql, String... values) {
        try (var connection = dataSource.getConnection();
                var update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setString(i + 1, values[i]);
            }
            update.executeUpdate();
        } catch (SQLException e) {
            throw failure("cannot change an account", e);
        }
    }

    private Row row(ResultSet result) throws SQLException, JsonProcessingException {
        var apiKey = result.getString(3);
        var secretKey = result.getString(4);
        var engine = result.getString(6);
        return new Row(
                new AccountId(result.getString(1)),
                json.readValue(result.getString(2), new TypeReference<List<Symbol>>() {}),
                apiKey == null ? null : new SealedSecret(apiKey),
                secretKey == null ? null : new SealedSecret(secretKey),
                result.getBoolean(5),
                engine == null ? null : json.readValue(engine, EngineView.class),
                result.getLong(7),
                result.getString(8),
                result.getBoolean(9));
    }

    private static RuntimeException failure(String what, Exception e) {
        return e instanceof SQLException sql
                ? new DatabaseFailure(what, sql)
                : new IllegalStateException(what, e);
    }
}
