package pro.cryptotrader.gateway;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.gateway.access.AccountRow;
import pro.cryptotrader.gateway.access.Accounts;
import pro.cryptotrader.gateway.access.Registration;
import pro.cryptotrader.gateway.access.Role;

/** Gives an empty installation its first user, account and configuration. */
@ApplicationScoped
public class FirstStart {
    static final String ADMIN = "admin";
    static final AccountId ACCOUNT = new AccountId("main");
    private static final Logger LOG = Logger.getLogger(FirstStart.class);

    private final Registration registration;
    private final Accounts accounts;
    private final ConfigDesk configs;
    private final InstantSource clock;
    private final SimulatedStart simulatedStart;
    private final Optional<String> adminPassword;

    FirstStart(
            Registration registration,
            Accounts accounts,
            ConfigDesk configs,
            InstantSource clock,
            SimulatedStart simulatedStart,
            @ConfigProperty(name = "gateway.admin-password") Optional<String> adminPassword) {
        this.registration = registration;
        this.accounts = accounts;
        this.configs = configs;
        this.clock = clock;
        this.simulatedStart = simulatedStart;
        this.adminPassword = adminPassword;
    }

    @Transactional
    void run(@Observes @Priority(100) StartupEvent event) {
        if (registration.anybody()) {
            configs.announceAll();
            return;
        }
        var generated = adminPassword.isEmpty();
        var password = adminPassword.orElseGet(registration::newPassword);
        var userId = registration.register(ADMIN, password, Role.ADMIN);
        openAccount(ACCOUNT, userId);
        if (generated) {
            LOG.infof(
                    "First start: sign in as '%s' with the password %s (it is shown only now)",
                    ADMIN, password);
        } else {
            LOG.infof("First start: sign in as '%s' with the password from ADMIN_PASSWORD", ADMIN);
        }
    }

    private void openAccount(AccountId account, String userId) {
        var row = new AccountRow();
        row.id = account.toString();
        row.userId = userId;
        row.createdAt = clock.instant();
        accounts.persist(row);
        configs.open(account, userId, simulatedStart.config(), ADMIN);
    }
}
