package pro.cryptotrader.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pro.cryptotrader.simulator.matching.AccountSettings;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Commission;
import pro.cryptotrader.simulator.matching.Commission.Rates;
import pro.cryptotrader.simulator.matching.Side;

/** What trading costs, as the account, its commission query and a test order show it. */
final class CommissionNode {
    private CommissionNode() {}

    /** GET /api/v3/account/commission. */
    static ObjectNode of(String symbol, Commission commission, AccountSettings settings) {
        var node = OrderReports.object().put("symbol", symbol);
        node.set("standardCommission", rates(commission.standard()));
        node.set("specialCommission", rates(commission.special()));
        node.set("taxCommission", rates(commission.tax()));
        node.set("discount", discount(commission, settings));
        return node;
    }

    /** POST /api/v3/order/test with {@code computeCommissionRates}. */
    static ObjectNode of(Side side, Commission commission, AccountSettings settings) {
        var node = OrderReports.object();
        node.set("standardCommissionForOrder", rates(commission.standard(), side));
        node.set("specialCommissionForOrder", rates(commission.special(), side));
        node.set("taxCommissionForOrder", rates(commission.tax(), side));
        node.set("discount", discount(commission, settings));
        return node;
    }

    private static ObjectNode rates(Rates rates) {
        return OrderReports.object()
                .put("maker", Amounts.text(rates.maker()))
                .put("taker", Amounts.text(rates.taker()))
                .put("buyer", Amounts.text(rates.buyer()))
                .put("seller", Amounts.text(rates.seller()));
    }

    private static ObjectNode rates(Rates rates, Side side) {
        return OrderReports.object()
                .put("maker", Amounts.text(rates.of(side, true)))
                .put("taker", Amounts.text(rates.of(side, false)));
    }

    private static ObjectNode discount(Commission commission, AccountSettings settings) {
        var discount = commission.discount();
        return OrderReports.object()
                .put("enabledForAccount", settings.paysWithDiscount())
                .put("enabledForSymbol", discount.enabledForSymbol())
                .put("discountAsset", discount.asset())
                .put("discount", Amounts.text(discount.rate()));
    }
}
