package pro.cryptotrader.binance.market;

import com.binance.connector.client.impl.spot.Market;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * Candles and trading rules over REST. Calls block for at most the connector's 10 s and throw its
 * exceptions; nothing here retries.
 */
public final class PublicMarket {
    /** The most candles that one request answers. */
    public static final int PAGE = 1000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Market market;

    /**
     * Talks to one venue.
     *
     * @param restUrl such as {@code https://api.binance.com}
     */
    public PublicMarket(String restUrl) {
        this.market = new Market(restUrl, "", false, null);
    }

    /**
     * The rules of {@code symbols}, in any order. A symbol that the venue does not know fails the
     * whole request.
     */
    public List<Instrument> instruments(Collection<Symbol> symbols) {
        var names =
                symbols.stream().collect(Collectors.toMap(Symbol::venueName, Function.identity()));
        var answer =
                parse(market.exchangeInfo(parameters("symbols", new ArrayList<>(names.keySet()))));
        var instruments = new ArrayList<Instrument>();
        for (var entry : answer.path("symbols")) {
            var symbol = names.get(entry.path("symbol").asText());
            if (symbol != null) {
                instruments.add(InstrumentRules.read(symbol, entry));
            }
        }
        return instruments;
    }

    /**
     * The closed candles from {@code from} on, oldest first, at most {@link #PAGE} less one. The
     * newest candle that the venue has is never among them, because it may still be open.
     */
    public List<Candle> closedCandlesFrom(Symbol symbol, Interval interval, Instant from) {
        var parameters = klineParameters(symbol, interval);
        parameters.put("startTime", from.toEpochMilli());
        return withoutNewest(symbol, interval, parse(market.klines(parameters)));
    }

    /**
     * The newest closed candles, oldest first, about {@code count} of them; fewer when the venue
     * has no more.
     */
    public List<Candle> latestClosedCandles(Symbol symbol, Interval interval, int count) {
        var candles =
                new ArrayList<>(
                        withoutNewest(
                                symbol,
                                interval,
                                parse(market.klines(klineParameters(symbol, interval)))));
        while (!candles.isEmpty() && candles.size() < count) {
            var parameters = klineParameters(symbol, interval);
            parameters.put("endTime", candles.getFirst().openTime().toEpochMilli() - 1);
            var older = candles(symbol, interval, parse(market.klines(parameters)));
            if (older.isEmpty()) {
                break;
            }
            candles.addAll(0, older);
        }
        return candles.subList(Math.max(0, candles.size() - count), candles.size());
    }

    private static List<Candle> withoutNewest(Symbol symbol, Interval interval, JsonNode klines) {
        var candles = candles(symbol, interval, klines);
        return candles.isEmpty() ? candles : candles.subList(0, candles.size() - 1);
    }

    private static List<Candle> candles(Symbol symbol, Interval interval, JsonNode klines) {
        var candles = new ArrayList<Candle>(klines.size());
        for (var kline : klines) {
            candles.add(
                    new Candle(
                            symbol,
                            interval,
                            Instant.ofEpochMilli(kline.get(0).asLong()),
                            Price.of(kline.get(1).asText()),
                            Price.of(kline.get(2).asText()),
                            Price.of(kline.get(3).asText()),
                            Price.of(kline.get(4).asText()),
                            new BigDecimal(kline.get(5).asText()),
                            new BigDecimal(kline.get(7).asText()),
                            kline.get(8).asLong()));
        }
        return candles;
    }

    private static Map<String, Object> klineParameters(Symbol symbol, Interval interval) {
        var parameters = parameters("symbol", symbol.venueName());
        parameters.put("interval", interval.code());
        parameters.put("limit", PAGE);
        return parameters;
    }

    /** A fresh, mutable map: the connector writes into what it is given. */
    private static Map<String, Object> parameters(String name, Object value) {
        var parameters = new HashMap<String, Object>();
        parameters.put(name, value);
        return parameters;
    }

    private static JsonNode parse(String answer) {
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new UnexpectedAnswer(
                    "the venue's answer is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
