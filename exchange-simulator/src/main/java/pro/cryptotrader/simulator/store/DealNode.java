package pro.cryptotrader.simulator.store;

import static pro.cryptotrader.simulator.store.FactJson.amount;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Fill;
import pro.cryptotrader.simulator.matching.Prevention;
import pro.cryptotrader.simulator.matching.StpMode;

/** Fills and prevented matches as the ledger writes them. */
final class DealNode {
    private DealNode() {}

    static ObjectNode write(Fill fill) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("tradeId", fill.tradeId())
                .put("price", Amounts.text(fill.price()))
                .put("quantity", Amounts.text(fill.quantity()))
                .put("quote", Amounts.text(fill.quote()))
                .put("receives", fill.receives())
                .put("fee", Amounts.text(fill.fee()))
                .put("feeAsset", fill.feeAsset())
                .put("feeFromFree", fill.feeFromFree())
                .put("maker", fill.maker())
                .put("counterOrderId", fill.counterOrderId())
                .put("allocationId", fill.allocationId());
    }

    static @Nullable Fill fill(JsonNode node) {
        return node.isMissingNode()
                ? null
                : new Fill(
                        node.path("tradeId").asLong(),
                        amount(node, "price"),
                        amount(node, "quantity"),
                        amount(node, "quote"),
                        node.path("receives").asText(),
                        amount(node, "fee"),
                        node.path("feeAsset").asText(),
                        node.path("feeFromFree").asBoolean(),
                        node.path("maker").asBoolean(),
                        node.path("counterOrderId").asLong(),
                        node.path("allocationId").asLong(-1));
    }

    static ObjectNode write(Prevention prevention) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("symbol", prevention.symbol())
                .put("matchId", prevention.matchId())
                .put("takerOrderId", prevention.takerOrderId())
                .put("makerOrderId", prevention.makerOrderId())
                .put("tradeGroup", prevention.tradeGroup())
                .put("mode", prevention.mode().name())
                .put("price", Amounts.text(prevention.price()))
                .put("quantity", Amounts.text(prevention.quantity()))
                .put("takerQuantity", Amounts.text(prevention.takerQuantity()))
                .put("makerQuantity", Amounts.text(prevention.makerQuantity()))
                .put("time", prevention.time())
                .put("makerSymbol", prevention.makerSymbol());
    }

    static @Nullable Prevention prevention(JsonNode node) {
        return node.isMissingNode()
                ? null
                : new Prevention(
                        node.path("symbol").asText(),
                        node.path("matchId").asLong(),
                        node.path("takerOrderId").asLong(),
                        node.path("makerOrderId").asLong(),
                        node.path("tradeGroup").asLong(),
                        StpMode.valueOf(node.path("mode").asText()),
                        amount(node, "price"),
                        amount(node, "quantity"),
                        amount(node, "takerQuantity"),
                        amount(node, "makerQuantity"),
                        node.path("time").asLong(),
                        node.path("makerSymbol").asText(node.path("symbol").asText()));
    }
}
