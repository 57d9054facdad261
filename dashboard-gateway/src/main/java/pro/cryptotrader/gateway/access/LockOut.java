package pro.cryptotrader.gateway.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Stops guessing: after five failures in a row a name is locked for a quarter of an hour for the
 * address that failed, not for its owner elsewhere, who may need the emergency stop right then.
 */
@ApplicationScoped
public class LockOut implements PanacheRepositoryBase<FailureRow, String> {
    static final int FAILURES = 5;
    static final Duration LOCKED = Duration.ofMinutes(15);
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final InstantSource clock;

    LockOut(InstantSource clock) {
        this.clock = clock;
    }

    /** Until when this name is locked for this address; empty when it is not. */
    @Transactional
    public Optional<Instant> lockedUntil(String name, String address) {
        return findByIdOptional(origin(name, address))
                .map(row -> row.lockedUntil)
                .filter(until -> until.isAfter(clock.instant()));
    }

    @Transactional
    void failed(String name, String address) {
        var now = clock.instant();
        getEntityManager()
                .createNativeQuery(
                        "insert into sign_in_failures (origin, failures, last_at) values (?1, 0, ?2)"
                                + " on conflict do nothing")
                .setParameter(1, origin(name, address))
                .setParameter(2, now)
                .executeUpdate();
        var row = findById(origin(name, address), LockModeType.PESSIMISTIC_WRITE);
        row.failures = row.failures + 1;
        row.lastAt = now;
        if (row.failures >= FAILURES) {
            row.failures = 0;
            row.lockedUntil = now.plus(LOCKED);
        }
    }

    @Transactional
    void succeeded(String name, String address) {
        deleteById(origin(name, address));
    }

    void forgetOld(Instant now) {
        delete("lastAt < ?1", now.minus(REMEMBERED));
    }

    private static String origin(String name, String address) {
        return address + "|" + name;
    }
}
