package pro.cryptotrader.core.execution;

import static pro.cryptotrader.core.execution.OrderStatus.CANCELED;
import static pro.cryptotrader.core.execution.OrderStatus.EXPIRED;
import static pro.cryptotrader.core.execution.OrderStatus.FILLED;
import static pro.cryptotrader.core.execution.OrderStatus.INTENDED;
import static pro.cryptotrader.core.execution.OrderStatus.NOT_SENT;
import static pro.cryptotrader.core.execution.OrderStatus.OPEN;
import static pro.cryptotrader.core.execution.OrderStatus.REJECTED;
import static pro.cryptotrader.core.execution.OrderStatus.UNKNOWN;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One line of the table of an order's life; {@code docs/order-life.md} shows the whole table.
 *
 * @param on what has to be known for it; never the passing of time alone
 */
public record OrderTransition(OrderStatus from, Set<OrderStatus> to, String on) {
    /** Every legal transition. Whatever is not here is a message that came late. */
    public static final List<OrderTransition> TABLE =
            List.of(
                    line(INTENDED, "the venue's reply or report", OPEN, FILLED, CANCELED, EXPIRED),
                    line(INTENDED, "the venue's definite refusal", REJECTED),
                    line(
                            INTENDED,
                            "it was sent and there is no reply, HTTP 5xx, a crash: never an end",
                            UNKNOWN),
                    line(INTENDED, "held back by us at the last moment", NOT_SENT),
                    line(UNKNOWN, "found by query or report", OPEN, FILLED, CANCELED, EXPIRED),
                    line(
                            UNKNOWN,
                            "\"does not exist\", twice, asked after it could no longer arrive, and no trade names it",
                            REJECTED),
                    line(OPEN, "the venue's report", FILLED, CANCELED, EXPIRED),
                    line(OPEN, "the engine refuses a leg that waited for its entry", REJECTED),
                    line(
                            CANCELED,
                            "a fill that was reported late: the cancel met an order that had just filled",
                            FILLED),
                    line(
                            EXPIRED,
                            "a fill that was reported late: what was filled before the expiry was all of it",
                            FILLED),
                    line(
                            REJECTED,
                            "the venue has it after all: believed, and told as an error",
                            OPEN,
                            FILLED,
                            CANCELED,
                            EXPIRED),
                    line(
                            NOT_SENT,
                            "the venue has it after all: believed, and told as an error",
                            OPEN,
                            FILLED,
                            CANCELED,
                            EXPIRED));

    private static final Map<OrderStatus, Set<OrderStatus>> NEXT =
            TABLE.stream()
                    .collect(
                            Collectors.groupingBy(
                                    OrderTransition::from,
                                    Collectors.flatMapping(
                                            line -> line.to.stream(), Collectors.toSet())));

    public OrderTransition {
        to = Set.copyOf(to);
    }

    private static OrderTransition line(OrderStatus from, String on, OrderStatus... to) {
        return new OrderTransition(from, EnumSet.copyOf(List.of(to)), on);
    }

    /** Whether the table has a way from {@code from} to {@code to}. */
    static boolean isLegal(OrderStatus from, OrderStatus to) {
        return NEXT.getOrDefault(from, Set.of()).contains(to);
    }

    /** The table in Markdown, as the documentation shows it. */
    public static String markdown() {
        return TABLE.stream()
                .map(line ->
                        "| %s | %s | %s |\n"
                                .formatted(
                                        line.from,
                                        line.to.stream()
                                                .sorted()
                                                .map(OrderStatus::name)
                                                .collect(Collectors.joining(", ")),
                                        line.on))
                .collect(Collectors.joining("", "| from | to | on |\n|---|---|---|\n", ""));
    }
}
