package pro.cryptotrader.backtester.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Symbol;

/** The venue's rules, from a recorded answer of its {@code /api/v3/exchangeInfo}. */
public final class ExchangeInfo {
    private final TreeMap<Symbol, Instrument> instruments = new TreeMap<>();

    private ExchangeInfo() {}

    /** Reads a file, {@code .json} or {@code .json.gz}. */
    public static ExchangeInfo read(Path file) throws IOException {
        var info = new ExchangeInfo();
        try (var in = open(file)) {
            for (var symbol : new ObjectMapper().readTree(in).path("symbols")) {
                var instrument = instrument(symbol);
                info.instruments.put(instrument.symbol(), instrument);
            }
        }
        return info;
    }

    private static InputStream open(Path file) throws IOException {
        var in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    private static Instrument instrument(JsonNode node) {
        var filters = new TreeMap<String, JsonNode>();
        node.path("filters")
                .forEach(filter -> filters.put(filter.path("filterType").asText(), filter));
        var lot = filters.getOrDefault("LOT_SIZE", node);
        var notional = filters.getOrDefault("NOTIONAL", filters.getOrDefault("MIN_NOTIONAL", node));
        return new Instrument(
                new Symbol(
                        new Asset(node.path("baseAsset").asText()),
                        new Asset(node.path("quoteAsset").asText())),
                new BigDecimal(
                        filters.getOrDefault("PRICE_FILTER", node).path("tickSize").asText("1e-8")),
                new BigDecimal(lot.path("stepSize").asText("1e-8")),
                Quantity.of(lot.path("minQty").asText("0")),
                Quantity.of(lot.path("maxQty").asText("1e12")),
                Money.of(notional.path("minNotional").asText("0")),
                true);
    }

    /** The rules of {@code symbol}, if they were recorded. */
    public Optional<Instrument> find(Symbol symbol) {
        return Optional.ofNullable(instruments.get(symbol));
    }

    /**
     * Rules for a symbol of which only candles are known: the last decimal of its prices as tick,
     * steps of 0.00001, orders worth 5 and more.
     */
    public static Instrument guessed(CandleSource candles) {
        var step = new BigDecimal("0.00001");
        return new Instrument(
                candles.symbol(),
                BigDecimal.ONE.movePointLeft(candles.priceDecimals()),
                step,
                new Quantity(step),
                Quantity.of("1000000000"),
                Money.of("5"),
                true);
    }
}
