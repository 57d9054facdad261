package pro.cryptotrader.simulator.matching;

import java.util.List;

/**
 * Orders that depend on each other.
 *
 * @param orders ids, the working order first where there is one
 * @param listStatusType EXEC_STARTED, UPDATED or ALL_DONE
 * @param listOrderStatus EXECUTING or ALL_DONE
 */
public record OrderList(
        long id,
        String account,
        String symbol,
        ListKind kind,
        String clientListId,
        List<Long> orders,
        String listStatusType,
        String listOrderStatus,
        long time) {

    /** Whether nothing more can happen to its orders. */
    public boolean done() {
        return listOrderStatus.equals("ALL_DONE");
    }

    OrderList changed(String statusType, String orderStatus) {
        return new OrderList(
                id, account, symbol, kind, clientListId, orders, statusType, orderStatus, time);
    }
}
