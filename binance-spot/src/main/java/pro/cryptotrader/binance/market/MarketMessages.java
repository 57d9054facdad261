package pro.cryptotrader.binance.market;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import pro.cryptotrader.contracts.value.Price;

/** Reads the messages of {@code /stream?streams=…}. */
public final class MarketMessages {
    private static final ObjectMapper JSON = new ObjectMapper();

    private MarketMessages() {}

    /**
     * Reads one message.
     *
     * @return empty for what nobody here asked for or needs, such as an update of an open candle
     * @throws UnexpectedAnswer when it is not JSON or its numbers are none
     */
    public static Optional<MarketMessage> read(String text) {
        try {
            var message = JSON.readTree(text);
            return interpret(message.path("stream").asText(), message.path("data"));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new UnexpectedAnswer("cannot read stream message: " + e.getMessage(), e);
        }
    }

    private static Optional<MarketMessage> interpret(String stream, JsonNode data) {
        var symbol = data.path("s").asText();
        if (stream.endsWith("@trade")) {
            return Optional.of(
                    new MarketMessage.Trade(
                            symbol, price(data, "p"), data.path("t").asLong(), time(data, "T")));
        }
        if (stream.endsWith("@bookTicker")) {
            return Optional.of(
                    new MarketMessage.BestPrices(symbol, price(data, "b"), price(data, "a")));
        }
        var kline = data.path("k");
        if (stream.endsWith("@kline_1m") && kline.path("x").asBoolean()) {
            return Optional.of(
                    new MarketMessage.ClosedMinute(
                            symbol,
                            time(kline, "t"),
                            price(kline, "o"),
                            price(kline, "h"),
                            price(kline, "l"),
                            price(kline, "c"),
                            new BigDecimal(kline.path("v").asText()),
                            new BigDecimal(kline.path("q").asText()),
                            kline.path("n").asLong()));
        }
        return Optional.empty();
    }

    private static Price price(JsonNode data, String field) {
        return Price.of(data.path(field).asText());
    }

    private static Instant time(JsonNode data, String field) {
        return Instant.ofEpochMilli(data.path(field).asLong());
    }
}
