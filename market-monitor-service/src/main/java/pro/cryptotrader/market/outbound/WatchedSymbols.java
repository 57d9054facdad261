package pro.cryptotrader.market.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.messaging.DatabaseFailure;

/** The symbols that accounts trade; belongs to the caller's transaction. */
@ApplicationScoped
public class WatchedSymbols {
    private final DataSource dataSource;

    WatchedSymbols(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public List<Symbol> all() {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select symbol from watched_symbol")) {
            var rows = select.executeQuery();
            var symbols = new ArrayList<Symbol>();
            while (rows.next()) {
                symbols.add(Symbol.of(rows.getString(1)));
            }
            return symbols;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot read the watched symbols", e);
        }
    }

    public void add(Collection<Symbol> symbols) {
        try (var connection = dataSource.getConnection();
                var insert =
                        connection.prepareStatement(
                                "insert into watched_symbol (symbol) values (?) on conflict do nothing")) {
            for (var symbol : symbols) {
                insert.setString(1, symbol.toString());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot watch " + symbols, e);
        }
    }
}
