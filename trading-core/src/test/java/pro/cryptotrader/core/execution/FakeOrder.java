package pro.cryptotrader.core.execution;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.OrderId;

/** An order in the books of {@link FakeVenue}. */
final class FakeOrder {
    final OrderId id;
    final long number;
    final boolean buys;
    final @Nullable BigDecimal limit;
    final @Nullable BigDecimal stop;
    final @Nullable OrderId list;
    BigDecimal quantity;
    boolean waiting;
    OrderStatus status = OrderStatus.OPEN;
    BigDecimal executed = BigDecimal.ZERO;
    Instant visibleFrom;
    final List<Execution> executions = new ArrayList<>();

    FakeOrder(
            OrderId id,
            long number,
            boolean buys,
            BigDecimal quantity,
            @Nullable BigDecimal limit,
            @Nullable BigDecimal stop,
            @Nullable OrderId list,
            Instant visibleFrom) {
        this.id = id;
        this.number = number;
        this.buys = buys;
        this.quantity = quantity;
        this.limit = limit;
        this.stop = stop;
        this.list = list;
        this.visibleFrom = visibleFrom;
    }
}
