package pro.cryptotrader.notification.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import pro.cryptotrader.contracts.config.NotificationConfig;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.messaging.DatabaseFailure;

/** How each account wants to be told; belongs to the caller's transaction. */
@ApplicationScoped
public class Accounts {
    private static final NotificationConfig DASHBOARD_ONLY =
            new NotificationConfig(false, Map.of(), null, null, null, null);
    private static final String SAVE =
            """
            insert into account_config (account, version, config) values (?, ?, ?::jsonb)
            on conflict (account) do update set version = excluded.version, config = excluded.config
            where account_config.version < excluded.version
            """;

    private final DataSource dataSource;
    private final ObjectMapper json = EventJson.newMapper();

    Accounts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Keeps a configuration unless a newer one is known. */
    public void save(AccountId account, long version, NotificationConfig config) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(SAVE)) {
            insert.setString(1, account.toString());
            insert.setLong(2, version);
            insert.setString(3, json.writeValueAsString(config));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot keep the configuration of " + account, e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the configuration of " + account, e);
        }
    }

    /** The account's configuration; the dashboard only while none is known. */
    public NotificationConfig config(AccountId account) {
        try (var connection = dataSource.getConnection();
                var select =
                        connection.prepareStatement(
                                "select config from account_config where account = ?")) {
            select.setString(1, account.toString());
            var row = select.executeQuery();
            return row.next()
                    ? json.readValue(row.getString(1), NotificationConfig.class)
                    : DASHBOARD_ONLY;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot read the configuration of " + account, e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read the configuration of " + account, e);
        }
    }

    public List<AccountId> all() {
        try (var connection = dataSource.getConnection();
                var select =
                        connection.prepareStatement(
                                "select account from account_config order by account")) {
            var rows = select.executeQuery();
            var accounts = new ArrayList<AccountId>();
            while (rows.next()) {
                accounts.add(new AccountId(rows.getString(1)));
            }
            return accounts;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot read the accounts", e);
        }
    }
}
