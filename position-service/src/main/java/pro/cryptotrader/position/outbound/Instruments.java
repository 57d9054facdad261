package pro.cryptotrader.position.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.messaging.DatabaseFailure;

/** The venue's rules as they were last told; belongs to the caller's transaction. */
@ApplicationScoped
public class Instruments {
    private static final String SAVE =
            "insert into instrument (symbol, rules) values (?, ?::jsonb)"
                    + " on conflict (symbol) do update set rules = excluded.rules";

    private final DataSource dataSource;
    private final ObjectMapper json = EventJson.newMapper();

    Instruments(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public void save(Instrument instrument) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(SAVE)) {
            insert.setString(1, instrument.symbol().toString());
            insert.setString(2, json.writeValueAsString(instrument));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot keep the rules of " + instrument.symbol(), e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + instrument, e);
        }
    }

    public List<Instrument> all() {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select rules from instrument")) {
            var rows = select.executeQuery();
            var instruments = new ArrayList<Instrument>();
            while (rows.next()) {
                instruments.add(json.readValue(rows.getString(1), Instrument.class));
            }
            return instruments;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot read the instruments", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "cannot read an instrument: " + e.getOriginalMessage(), e);
        }
    }
}
