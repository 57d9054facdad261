package pro.cryptotrader.gateway.readmodel;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said, as the screen gets it: in answers, in pushes and from the database the
 * same.
 *
 * @param seq the order of arrival, to page by; null in a push
 * @param data the event's JSON
 */
public record Document(
        String id, @Nullable Long seq, String type, Instant at, @JsonRawValue String data) {}
