package pro.cryptotrader.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pro.cryptotrader.simulator.http.Endpoint.Call;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Commission.Rates;
import pro.cryptotrader.simulator.matching.OrderTerms;
import pro.cryptotrader.simulator.venue.Venue;

/** Orders that are looked at but not entered. */
final class OrderTests {
    private static final int WITH_RATES = 20;

    private final Venue venue;

    OrderTests(Venue venue) {
        this.venue = venue;
    }

    static int weight(Params params) {
        return params.flag("computeCommissionRates", false) ? WITH_RATES : 1;
    }

    ObjectNode test(Call call, OrderTerms terms) {
        return venue.read(engine -> {
            engine.check(call.account(), terms, engine.state().lastTime());
            return call.params().flag("computeCommissionRates", false)
                    ? rates(call.account(), terms)
                    : OrderReports.object();
        });
    }

    private ObjectNode rates(String account, OrderTerms terms) {
        return venue.read(engine -> {
            var commission = engine.rules().commission(terms.symbol());
            var node = OrderReports.object();
            node.set("standardCommissionForOrder", rates(commission.standard(), terms));
            node.set("specialCommissionForOrder", rates(commission.special(), terms));
            node.set("taxCommissionForOrder", rates(commission.tax(), terms));
            var discount = commission.discount();
            node.putObject("discount")
                    .put("enabledForAccount", engine.state().settings(account).paysWithDiscount())
                    .put("enabledForSymbol", discount.enabledForSymbol())
                    .put("discountAsset", discount.asset())
                    .put("discount", Amounts.text(discount.rate()));
            return node;
        });
    }

    private static ObjectNode rates(Rates rates, OrderTerms terms) {
        return OrderReports.object()
                .put("maker", Amounts.text(rates.of(terms.side(), true)))
                .put("taker", Amounts.text(rates.of(terms.side(), false)));
    }
}
