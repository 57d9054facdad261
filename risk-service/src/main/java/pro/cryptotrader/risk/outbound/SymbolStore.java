package pro.cryptotrader.risk.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.core.risk.SymbolMarket;
import pro.cryptotrader.messaging.DatabaseFailure;

/** Keeps the venue's rules and the feed's health of each symbol, but no prices. */
@ApplicationScoped
public class SymbolStore {
    private static final String SELECT = "select state from symbol_market where symbol = ?";

    private static final String BEGIN =
            "insert into symbol_market (symbol, state) values (?, ?::jsonb) on conflict do nothing";

    private static final String UPDATE =
            "update symbol_market set state = ?::jsonb, updated_at = now() where symbol = ?";

    private final ObjectMapper json = EventJson.newMapper();
    private final DataSource dataSource;

    SymbolStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public SymbolMarket load(Symbol symbol) {
        return select(symbol, SELECT);
    }

    /** The symbol's market, locked until the transaction ends; begun when nothing is known. */
    public SymbolMarket loadForUpdate(Symbol symbol) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(BEGIN)) {
            insert.setString(1, symbol.toString());
            insert.setString(2, json.writeValueAsString(SymbolMarket.UNKNOWN));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot begin the market of " + symbol, e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write an unknown market", e);
        }
        return select(symbol, SELECT + " for update");
    }

    /** Keeps what {@link #loadForUpdate} has given and the caller has changed. */
    public void save(Symbol symbol, SymbolMarket market) {
        try (var connection = dataSource.getConnection();
                var update = connection.prepareStatement(UPDATE)) {
            update.setString(1, json.writeValueAsString(market));
            update.setString(2, symbol.toString());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot save the market of " + symbol, e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the market of " + symbol, e);
        }
    }

    private SymbolMarket select(Symbol symbol, String query) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(query)) {
            select.setString(1, symbol.toString());
            try (var row = select.executeQuery()) {
                return row.next()
                        ? json.readValue(row.getString(1), SymbolMarket.class)
                        : SymbolMarket.UNKNOWN;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot load the market of " + symbol, e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the market of %s cannot be read".formatted(symbol), e);
        }
    }
}
