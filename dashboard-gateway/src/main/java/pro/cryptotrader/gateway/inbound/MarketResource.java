package pro.cryptotrader.gateway.inbound;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Signal.SignalType;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.gateway.live.PriceBoard;
import pro.cryptotrader.gateway.outbound.Candles;
import pro.cryptotrader.gateway.readmodel.Document;
import pro.cryptotrader.gateway.readmodel.Instruments;
import pro.cryptotrader.gateway.readmodel.Newest;
import pro.cryptotrader.gateway.readmodel.Page;
import pro.cryptotrader.gateway.readmodel.Signals;

/** What everybody who is signed in may see: the market and what the strategies say about it. */
@Path("/api")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class MarketResource {
    /** Before this every candle opened that is kept. */
    private static final Instant FAR_AHEAD = Instant.parse("9999-01-01T00:00:00Z");

    private final PriceBoard prices;
    private final Candles candles;
    private final Signals signals;
    private final Instruments instruments;

    MarketResource(PriceBoard prices, Candles candles, Signals signals, Instruments instruments) {
        this.prices = prices;
        this.candles = candles;
        this.signals = signals;
        this.instruments = instruments;
    }

    @GET
    @Path("/prices")
    public List<PriceBoard.Quote> prices() {
        return prices.quotes();
    }

    @GET
    @Path("/candles")
    public List<Candle> candles(
            @RestQuery @Nullable String symbol,
            @RestQuery @Nullable String interval,
            @RestQuery @Nullable String before,
            @RestQuery @Nullable Integer limit) {
        return candles.latest(
                Asked.value("symbol", symbol, Symbol::of),
                Asked.value("interval", interval, Interval::of),
                Asked.instant("before", before, FAR_AHEAD),
                Asked.limit(limit, 300, Candles.KEPT));
    }

    @GET
    @Path("/signals")
    @Transactional
    public Page<Document> signals(
            @RestQuery @Nullable String symbol,
            @RestQuery @Nullable String interval,
            @RestQuery @Nullable String type,
            @RestQuery @Nullable Long before,
            @RestQuery @Nullable Integer limit) {
        return new Newest("seq", Asked.before(before))
                .with("symbol", symbol)
                .with("interval", interval)
                .with(
                        "type",
                        type == null ? null : Asked.choice("type", type, SignalType.class).name())
                .page(
                        signals,
                        Asked.limit(limit, 50, 200),
                        row -> row.document("signal"),
                        row -> row.seq);
    }

    @GET
    @Path("/instruments")
    @Transactional
    public List<Raw> instruments() {
        return instruments.listAll().stream().map(row -> new Raw(row.data)).toList();
    }

    /** JSON that is in the database already. */
    public record Raw(@JsonValue @JsonRawValue String json) {}
}
