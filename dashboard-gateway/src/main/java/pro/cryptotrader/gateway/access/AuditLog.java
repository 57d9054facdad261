package pro.cryptotrader.gateway.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import pro.cryptotrader.gateway.readmodel.Json;

/** Who did what, when, from where, and what came of it; refused attempts included. */
@ApplicationScoped
public class AuditLog implements PanacheRepositoryBase<AuditRow, Long> {
    private static final int LONGEST_RESULT = 1000;

    private final Json json;
    private final InstantSource clock;

    AuditLog(Json json, InstantSource clock) {
        this.json = json;
        this.clock = clock;
    }

    /** Belongs to the caller's transaction where there is one. {@code detail} holds no secret. */
    @Transactional
    public void record(
            String userName,
            String address,
            String action,
            String target,
            Map<String, ?> detail,
            String result) {
        var row = new AuditRow();
        row.at = clock.instant();
        row.userName = userName;
        row.address = address;
        row.action = action;
        row.target = target;
        row.detail = json.write(detail);
        row.result =
                result.length() <= LONGEST_RESULT ? result : result.substring(0, LONGEST_RESULT);
        persist(row);
    }
}
