package pro.cryptotrader.core.execution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.value.OrderId;

/**
 * A purchase and where it is left.
 *
 * @param protections how many OCOs have been placed for it after the entry's own
 * @param bailOuts how often it was left on our own account
 * @param startedAt market time
 * @param over whether it has come to its end; what is held since then is dust
 * @param part the part that is sold on its own; null until the market has come that far
 */
public record Plan(
        Permit permit,
        OrderId entry,
        Protection protection,
        int protections,
        int bailOuts,
        Instant startedAt,
        boolean over,
        @Nullable Part part) {
    Plan protectedOnceMore() {
        return new Plan(
                permit, entry, protection, protections + 1, bailOuts, startedAt, over, part);
    }

    Plan leftOnceMore() {
        return new Plan(
                permit, entry, protection, protections, bailOuts + 1, startedAt, over, part);
    }

    Plan over(boolean isOver) {
        return new Plan(permit, entry, protection, protections, bailOuts, startedAt, isOver, part);
    }

    Plan with(Part next) {
        return new Plan(permit, entry, protection, protections, bailOuts, startedAt, over, next);
    }
}
