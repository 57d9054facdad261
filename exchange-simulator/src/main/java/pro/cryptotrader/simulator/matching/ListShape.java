package pro.cryptotrader.simulator.matching;

import java.util.List;

/** Which orders make a list, and how their prices must lie. */
final class ListShape {
    private ListShape() {}

    static void check(ListKind kind, List<OrderTerms> orders) {
        if (kind == ListKind.OCO) {
            checkPair(orders.get(0), orders.get(1));
            return;
        }
        var working = orders.getFirst();
        if (working.type() != OrderType.LIMIT && working.type() != OrderType.LIMIT_MAKER) {
            throw new Refusal(-1014, "Unsupported order combination.");
        }
        var pending = orders.subList(1, orders.size());
        if (kind.sellsProceeds() && working.side() != Side.BUY) {
            throw new Refusal(-1222, "Working order in an OPO list must be a bid.");
        }
        if (kind.sellsProceeds() && pending.stream().anyMatch(each -> each.side() == Side.BUY)) {
            throw new Refusal(-1223, "Pending orders in an OPO list must be asks.");
        }
        if (pending.stream().anyMatch(each -> each.quoteQuantity() > 0)) {
            throw new Refusal(-1014, "Unsupported order combination.");
        }
        if (pending.size() == 2) {
            checkPair(pending.get(0), pending.get(1));
        }
    }

    /** One leg takes the profit, the other stops the loss, each on its side of the market. */
    private static void checkPair(OrderTerms above, OrderTerms below) {
        for (var leg : List.of(above, below)) {
            if (leg.type() != OrderType.LIMIT_MAKER && !leg.type().conditional()) {
                throw new Refusal(-1158, "Order type not supported in OCO.");
            }
        }
        if (above.type() == OrderType.LIMIT_MAKER && below.type() == OrderType.LIMIT_MAKER) {
            throw new Refusal(-1168, "At least one OCO order must be contingent.");
        }
        checkIceberg(above, "above");
        checkIceberg(below, "below");
        if (above.side() == Side.BUY) {
            refuseIf(above.type() == OrderType.LIMIT_MAKER, -1165, "limit order in a buy", "below");
            refuseIf(below.type().stop(), -1196, "stop loss order in a buy", "above");
            refuseIf(above.type().takeProfit(), -1198, "take profit order in a buy", "below");
        } else {
            refuseIf(
                    below.type() == OrderType.LIMIT_MAKER, -1166, "limit order in a sell", "above");
            refuseIf(above.type().stop(), -1197, "stop loss order in a sell", "below");
            refuseIf(below.type().takeProfit(), -1199, "take profit order in a sell", "above");
        }
        if (above.side() != below.side() || above.quantity() != below.quantity()) {
            throw new Refusal(-1014, "Unsupported order combination.");
        }
    }

    private static void refuseIf(boolean wrong, int code, String what, String where) {
        if (wrong) {
            throw new Refusal(code, "A %s OCO must be %s.".formatted(what, where));
        }
    }

    private static void checkIceberg(OrderTerms leg, String name) {
        if (leg.iceberg() && leg.timeInForce() != TimeInForce.GTC) {
            throw new Refusal(
                    -1160,
                    "Parameter '%sIcebergQty' is not supported if '%sTimeInForce' is not GTC."
                            .formatted(name, name));
        }
    }

    /**
     * The market must lie between the legs.
     *
     * @param last the market's price, or 0 to compare the legs with each other only
     */
    static void checkPrices(List<OrderTerms> pair, long last) {
        var above = level(pair.get(0));
        var below = level(pair.get(1));
        var crossed = above > 0 && below > 0 && below >= above;
        var outside = last > 0 && ((above > 0 && above <= last) || (below > 0 && below >= last));
        if (crossed || outside) {
            throw Refusal.engine("The relationship of the prices for the orders is not correct.");
        }
    }

    /** Where a leg acts: by its limit price if it takes the profit, 0 if it only trails. */
    private static long level(OrderTerms leg) {
        return leg.limited() && !leg.type().stop() ? leg.price() : leg.stopPrice();
    }
}
