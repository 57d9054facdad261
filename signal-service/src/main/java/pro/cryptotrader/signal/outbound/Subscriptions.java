package pro.cryptotrader.signal.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.messaging.DatabaseFailure;
import pro.cryptotrader.signal.Series;
import pro.cryptotrader.signal.Subscriber;

/**
 * Which accounts trade which signals. Asked for at every candle rather than remembered: another
 * instance may have been the one to hear of a change.
 */
@ApplicationScoped
public class Subscriptions {
    private static final String SAVE =
            """
            insert into subscriptions (account_id, user_id, version, enabled, interval, symbols)
            values (?, ?, ?, ?, ?, ?)
            on conflict (account_id) do update
            set user_id = excluded.user_id, version = excluded.version,
                enabled = excluded.enabled, interval = excluded.interval,
                symbols = excluded.symbols
            where subscriptions.version < excluded.version
            """;
    private static final String OF =
            """
            select account_id, user_id from subscriptions
            where enabled and interval = ? and symbols @> array[cast(? as text)]
            order by account_id
            """;

    private final DataSource dataSource;

    Subscriptions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Keeps the newer of what is known and {@code change}. */
    public void save(TradingConfigChanged change) {
        var config = change.config();
        try (var connection = dataSource.getConnection();
                var save = connection.prepareStatement(SAVE)) {
            save.setString(1, change.account().toString());
            save.setString(2, change.userId());
            save.setLong(3, change.version());
            save.setBoolean(4, config.enabled());
            save.setString(5, config.interval().code());
            save.setArray(
                    6,
                    connection.createArrayOf(
                            "text", config.symbols().stream().map(Object::toString).toArray()));
            save.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot keep the config of " + change.account(), e);
        }
    }

    /** The accounts that are enabled and trade the signals of {@code series}. */
    public List<Subscriber> of(Series series) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(OF)) {
            select.setString(1, series.interval().code());
            select.setString(2, series.symbol().toString());
            var subscribers = new ArrayList<Subscriber>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    subscribers.add(
                            new Subscriber(new AccountId(rows.getString(1)), rows.getString(2)));
                }
            }
            return subscribers;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot find who trades " + series, e);
        }
    }
}
