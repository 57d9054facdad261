package pro.cryptotrader.executor.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.core.execution.Trade;
import pro.cryptotrader.messaging.DatabaseFailure;

/** The trades' states; writes belong to the caller's transaction. */
@ApplicationScoped
public class TradeRows {
    private static final String COLUMNS =
            "select state, sequence, scanned_to, bare_since from trades";

    private final DataSource dataSource;
    private final ObjectMapper json = EventJson.newMapper();

    TradeRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * A trade as it is kept.
     *
     * @param sequence how many events it has said
     * @param scannedTo the last trade of the venue's list that was looked at; null before the first
     *     look
     * @param bareSince since when something is held and nothing of ours rests; wall time, null when
     *     that is not so
     */
    public record Row(
            Trade trade, long sequence, @Nullable Long scannedTo, @Nullable Instant bareSince) {}

    /** The trade, nobody else's until the transaction ends; an empty one when it is new. */
    public Row loadForUpdate(AccountId account, Symbol symbol) {
        try (var connection = dataSource.getConnection();
                var add =
                        connection.prepareStatement(
                                "insert into trades (account, symbol, state, phase, active)"
                                        + " values (?, ?, ?::jsonb, 'IDLE', false) on conflict do nothing");
                var select =
                        connection.prepareStatement(
                                COLUMNS + " where account = ? and symbol = ? for update")) {
            add.setString(1, account.toString());
            add.setString(2, symbol.toString());
            add.setString(3, json.writeValueAsString(new Trade(account, symbol)));
            add.executeUpdate();
            select.setString(1, account.toString());
            select.setString(2, symbol.toString());
            var result = select.executeQuery();
            result.next();
            return row(result);
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot load the trade in " + symbol, e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read the trade in " + symbol, e);
        }
    }

    public void save(Trade trade, long sequence, @Nullable Instant bareSince) {
        try (var connection = dataSource.getConnection();
                var update =
                        connection.prepareStatement(
                                "update trades set state = ?::jsonb, phase = ?, active = ?, sequence = ?,"
                                        + " bare_since = ?, changed_at = now() where account = ? and symbol = ?")) {
            update.setString(1, json.writeValueAsString(trade));
            update.setString(2, trade.phase().name());
            update.setBoolean(3, !trade.isIdle());
            update.setLong(4, sequence);
            update.setTimestamp(5, bareSince == null ? null : Timestamp.from(bareSince));
            update.setString(6, trade.account().toString());
            update.setString(7, trade.symbol().toString());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot keep the trade in " + trade.symbol(), e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the trade in " + trade.symbol(), e);
        }
    }

    public void scanned(AccountId account, Symbol symbol, long to) {
        try (var connection = dataSource.getConnection();
                var update =
                        connection.prepareStatement(
                                "update trades set scanned_to = ? where account = ? and symbol = ?")) {
            update.setLong(1, to);
            update.setString(2, account.toString());
            update.setString(3, symbol.toString());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot keep the scan of " + symbol, e);
        }
    }

    /** All trades of the account. */
    public List<Row> of(AccountId account) {
        return select(COLUMNS + " where account = ? order by symbol", account);
    }

    /** The account's trades that are not idle. */
    public List<Row> activeOf(AccountId account) {
        return select(COLUMNS + " where account = ? and active order by symbol", account);
    }

    private List<Row> select(String sql, AccountId account) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, account.toString());
            var result = select.executeQuery();
            var rows = new ArrayList<Row>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot read the trades of " + account, e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read a trade of " + account, e);
        }
    }

    private Row row(ResultSet result) throws SQLException, JsonProcessingException {
        var trade = Objects.requireNonNull(json.readValue(result.getString(1), Trade.class));
        long scannedTo = result.getLong(3);
        var scan = result.wasNull() ? null : scannedTo;
        var bareSince = result.getTimestamp(4);
        return new Row(
                trade, result.getLong(2), scan, bareSince == null ? null : bareSince.toInstant());
    }
}
