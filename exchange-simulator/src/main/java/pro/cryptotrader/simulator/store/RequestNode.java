package pro.cryptotrader.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import pro.cryptotrader.simulator.matching.Fact;

/** Requests and what became of them as the ledger writes them. */
final class RequestNode {
    private RequestNode() {}

    static void write(ObjectNode node, Fact.RequestReceived received) {
        node.put("fact", "RequestReceived")
                .put("number", received.number())
                .put("wallTime", received.wallTime())
                .put("account", received.account())
                .put("call", received.call())
                .put("parameters", received.parameters());
    }

    static Fact received(long time, JsonNode node) {
        return new Fact.RequestReceived(
                time,
                node.path("number").asLong(),
                node.path("wallTime").asLong(),
                node.path("account").asText(),
                node.path("call").asText(),
                node.path("parameters").asText());
    }

    static void write(ObjectNode node, Fact.RequestAnswered answered) {
        node.put("fact", "RequestAnswered")
                .put("number", answered.number())
                .put("wallTime", answered.wallTime())
                .put("status", answered.status())
                .put("code", answered.code())
                .put("note", answered.note());
    }

    static Fact answered(long time, JsonNode node) {
        return new Fact.RequestAnswered(
                time,
                node.path("number").asLong(),
                node.path("wallTime").asLong(),
                node.path("status").asInt(),
                node.path("code").asInt(),
                node.path("note").asText());
    }
}
