package pro.cryptotrader.backtester.distribution;

import java.util.UUID;

/** Whether a study still wants its trials. */
@FunctionalInterface
public interface StudyFilter {
    boolean wants(UUID study);
}
