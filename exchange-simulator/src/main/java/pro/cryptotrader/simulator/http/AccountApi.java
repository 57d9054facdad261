package pro.cryptotrader.simulator.http;

import static pro.cryptotrader.simulator.http.Endpoint.signed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import pro.cryptotrader.simulator.http.Endpoint.Call;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Commission;
import pro.cryptotrader.simulator.matching.Engine;
import pro.cryptotrader.simulator.venue.Venue;

/** What an account is and may do: balances, commission, limits, filters. */
@Singleton
public class AccountApi {
    private static final long BASIS_POINT = Amounts.ONE / 10_000;

    private final Venue venue;
    private final RateLimits limits;

    /** Accounts of {@code venue}. */
    public AccountApi(Venue venue, RateLimits limits) {
        this.venue = venue;
        this.limits = limits;
    }

    List<Endpoint> endpoints() {
        return List.of(
                signed("GET", "/api/v3/account", 20, this::account),
                signed("GET", "/api/v3/account/commission", 20, this::commission),
                signed("GET", "/api/v3/rateLimit/order", 40, call -> limits.orders(call.account())),
                signed("GET", "/api/v3/myFilters", 40, this::filters));
    }

    private JsonNode filters(Call call) {
        var symbol = call.params().required("symbol");
        var info = SymbolInfo.of(venue.read(engine -> engine.instrument(symbol)));
        var node = OrderReports.object();
        var rules = venue.read(Engine::rules);
        var exchange = node.putArray("exchangeFilters");
        rules.exchangeFilters().forEach(filter -> exchange.add(FilterNode.of(filter)));
        node.set("symbolFilters", info.path("filters"));
        var assets = node.putArray("assetFilters");
        rules.assetLimits()
                .forEach((asset, limit) ->
                        assets.addObject()
                                .put("filterType", "MAX_ASSET")
                                .put("asset", asset)
                                .put("limit", Amounts.text(limit)));
        return node;
    }

    private JsonNode account(Call call) {
        return venue.read(engine -> {
            var rates = engine.rules().commission().standard();
            var node =
                    OrderReports.object()
                            .put("makerCommission", rates.maker() / BASIS_POINT)
                            .put("takerCommission", rates.taker() / BASIS_POINT)
                            .put("buyerCommission", rates.buyer() / BASIS_POINT)
                            .put("sellerCommission", rates.seller() / BASIS_POINT);
            put(node.putObject("commissionRates"), rates);
            node.put("canTrade", true)
                    .put("canWithdraw", false)
                    .put("canDeposit", false)
                    .put("brokered", false)
                    .put("requireSelfTradePrevention", false)
                    .put("preventSor", false)
                    .put("updateTime", venue.time())
                    .put("accountType", "SPOT");
            var balances = node.putArray("balances");
            var omitZero = call.params().flag("omitZeroBalances", false);
            for (var holding : engine.state().holdings(call.account())) {
                if (!omitZero || holding.free() > 0 || holding.locked() > 0) {
                    balances.addObject()
                            .put("asset", holding.asset())
                            .put("free", Amounts.text(holding.free()))
                            .put("locked", Amounts.text(holding.locked()));
                }
            }
            node.putArray("permissions").add("SPOT");
            return node.put("uid", Math.floorMod(call.account().hashCode(), 1_000_000_000L));
        });
    }

    private JsonNode commission(Call call) {
        var symbol = call.params().required("symbol");
        return venue.read(engine -> {
            engine.instrument(symbol);
            var node = OrderReports.object().put("symbol", symbol);
            var commission = engine.rules().commission(symbol);
            put(node.putObject("standardCommission"), commission.standard());
            put(node.putObject("specialCommission"), commission.special());
            put(node.putObject("taxCommission"), commission.tax());
            var discount = commission.discount();
            node.putObject("discount")
                    .put(
                            "enabledForAccount",
                            engine.state().settings(call.account()).paysWithDiscount())
                    .put("enabledForSymbol", discount.enabledForSymbol())
                    .put("discountAsset", discount.asset())
                    .put("discount", Amounts.text(discount.rate()));
            return node;
        });
    }

    private static void put(ObjectNode node, Commission.Rates rates) {
        node.put("maker", Amounts.text(rates.maker()))
                .put("taker", Amounts.text(rates.taker()))
                .put("buyer", Amounts.text(rates.buyer()))
                .put("seller", Amounts.text(rates.seller()));
    }
}
