package pro.cryptotrader.gateway.readmodel;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An event that is kept as it was said, next to the columns by which it is found. */
@MappedSuperclass
@SuppressWarnings("NullAway.Init")
public class StoredEvent {
    @Id public UUID id;

    /** The order of arrival; the database's to give. */
    @Column(insertable = false, updatable = false)
    public @Nullable Long seq;

    public Instant at;

    @JdbcTypeCode(SqlTypes.JSON)
    public String data;

    /** As the screen gets it. */
    public Document document(String type) {
        return new Document(id.toString(), seq, type, at, data);
    }
}
