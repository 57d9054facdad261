package pro.cryptotrader.signal.inbound;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pro.cryptotrader.signal.outbound.Executions;
import pro.cryptotrader.signal.outbound.SignalLog;

/** Keeps the tables within bounds. */
@ApplicationScoped
public class Housekeeping {
    private final SignalLog log;
    private final Executions executions;
    private final Duration holdRetention;

    Housekeeping(
            SignalLog log,
            Executions executions,
            @ConfigProperty(name = "signals.hold-retention") Duration holdRetention) {
        this.log = log;
        this.executions = executions;
        this.holdRetention = holdRetention;
    }

    @Scheduled(every = "10m", delayed = "1m")
    @Transactional
    public void forgetOld() {
        log.forgetHolds(holdRetention);
        executions.forgetOld();
    }
}
