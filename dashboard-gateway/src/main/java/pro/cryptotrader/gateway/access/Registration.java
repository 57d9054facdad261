package pro.cryptotrader.gateway.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import pro.cryptotrader.contracts.value.DeterministicId;

/** Adds users. Runs in its caller's transaction. */
@ApplicationScoped
public class Registration {
    private static final int PASSWORD_BYTES = 15;

    private final Users users;
    private final Passwords passwords;
    private final InstantSource clock;

    Registration(Users users, Passwords passwords, InstantSource clock) {
        this.users = users;
        this.passwords = passwords;
        this.clock = clock;
    }

    public boolean anybody() {
        return users.count() > 0;
    }

    /** A password nobody will guess. */
    public String newPassword() {
        return passwords.random(PASSWORD_BYTES);
    }

    /** Adds a user and answers the id. */
    public String register(String name, String password, Role role) {
        var row = new UserRow();
        row.id = DeterministicId.root("user|" + name).toString();
        row.name = name;
        row.passwordHash = passwords.hash(password);
        row.role = role;
        row.createdAt = clock.instant();
        users.persist(row);
        return row.id;
    }
}
