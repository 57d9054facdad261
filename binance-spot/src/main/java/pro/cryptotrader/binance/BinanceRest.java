package pro.cryptotrader.binance;

import com.binance.connector.client.enums.HttpMethod;
import com.binance.connector.client.utils.RequestBuilder;
import com.binance.connector.client.utils.UrlBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Requests to Binance's REST interface. The connector builds and signs them; we send them
 * ourselves, since its own HTTP client silently sends a POST again when a kept-alive connection
 * breaks after the request (a second purchase), hides Retry-After and has no time-out setting.
 */
public final class BinanceRest {
    /** Longer than the venue's own processing time-out of 10 s. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(11);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String baseUrl;
    private final VenueClock clock;
    private final RequestGovernor governor;
    private final @Nullable Credentials credentials;
    private final OrderGate gate;
    private final OrderQuota quota;
    private final OkHttpClient http;

    /** For public data and, with credentials, for an account; {@code baseUrl} without a path. */
    public BinanceRest(
            String baseUrl,
            VenueClock clock,
            RequestGovernor governor,
            @Nullable Credentials credentials) {
        this(baseUrl, clock, governor, credentials, OrderGate.OPEN, client(ANSWER_TIMEOUT));
    }

    BinanceRest(
            String baseUrl,
            VenueClock clock,
            RequestGovernor governor,
            @Nullable Credentials credentials,
            OrderGate gate,
            OkHttpClient http) {
        this.baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        this.clock = clock;
        this.governor = governor;
        this.credentials = credentials;
        this.gate = gate;
        this.quota = new OrderQuota(clock);
        this.http = http.newBuilder().eventListener(new Departures()).build();
    }

    static OkHttpClient client(Duration answerTimeout) {
        return new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .connectTimeout(Duration.ofSeconds(3))
                .writeTimeout(Duration.ofSeconds(3))
                .readTimeout(answerTimeout)
                .build();
    }

    /**
     * The same address with an account's credentials; clock and governor are shared.
     *
     * @param door what every request that moves orders has to pass
     */
    public BinanceRest as(Credentials account, OrderGate door) {
        return new BinanceRest(baseUrl, clock, governor, account, door, http);
    }

    /** The venue's wall clock, for deadlines that are compared with its answers. */
    public VenueClock clock() {
        return clock;
    }

    /**
     * Asks for public data.
     *
     * @param weight what the venue counts it as
     * @throws VenueException for anything but an answer
     */
    public JsonNode ask(String path, Map<String, Object> parameters, int weight) {
        admit(weight, Urgency.QUESTION);
        return send(
                RequestBuilder.buildPublicRequest(
                        UrlBuilder.buildFullUrl(baseUrl, path, new LinkedHashMap<>(parameters)),
                        HttpMethod.GET),
                clock.instant());
    }

    /**
     * Sends a signed request once; again only when the venue says that our clock is wrong, which is
     * certainly without effect.
     *
     * @param recvWindow how long the venue may take to receive it
     * @throws VenueException for anything but an answer
     */
    public JsonNode signed(
            HttpMethod method,
            String path,
            Map<String, Object> parameters,
            Duration recvWindow,
            int weight,
            Urgency urgency) {
        admit(weight, urgency);
        try {
            return sendSigned(method, path, parameters, recvWindow);
        } catch (VenueException e) {
            if (e.error().kind() != VenueError.Kind.CLOCK_SKEW) {
                throw e;
            }
            measureClock();
            return sendSigned(method, path, parameters, recvWindow);
        }
    }

    /** Measures how far our clock is off. */
    public void measureClock() {
        var before = clock.local();
        var answer = ask("/api/v3/time", Map.of(), 1);
        clock.measured(
                before, Instant.ofEpochMilli(answer.path("serverTime").asLong()), clock.local());
    }

    private JsonNode sendSigned(
            HttpMethod method, String path, Map<String, Object> parameters, Duration recvWindow) {
        var account = credentials;
        if (account == null) {
            throw new IllegalStateException(path + " needs an account's credentials");
        }
        var now = clock.instant();
        var all = new LinkedHashMap<>(parameters);
        all.put("recvWindow", recvWindow.toMillis());
        all.put("timestamp", now.toEpochMilli());
        all.put("signature", account.signer().getSignature(UrlBuilder.joinQueryParameters(all)));
        if (method != HttpMethod.GET) {
            gate.objection(method + " " + path)
                    .ifPresent(reason -> {
                        throw new VenueException(VenueError.heldBack(reason), null, null);
                    });
        }
        var request =
                RequestBuilder.buildApiKeyRequest(
                        UrlBuilder.buildFullUrl(baseUrl, path, all), method, account.apiKey());
        return send(onlyOnce(request), now.plus(recvWindow));
    }

    /** The venue's limit of orders per ten seconds for this account. */
    public void limitOrders(int perTenSeconds) {
        quota.limit(perTenSeconds);
    }

    private void admit(int weight, Urgency urgency) {
        governor.admit(weight, urgency)
                .or(() -> quota.admit(urgency))
                .ifPresent(wait -> {
                    throw new VenueException(
                            VenueError.of(429, 0, "held back by us for " + wait, wait), null, null);
                });
    }

    private JsonNode send(Request request, Instant latestEntry) {
        try (var response = http.newCall(request).execute()) {
            governor.used(response.header("X-MBX-USED-WEIGHT-1M"));
            quota.used(response.header("X-MBX-ORDER-COUNT-10S"));
            var body = response.body();
            var text = body == null ? "" : body.string();
            if (!response.isSuccessful()) {
                throw failed(response, text, latestEntry);
            }
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new VenueException(VenueError.noAnswer("the answer is not JSON"), latestEntry, e);
        } catch (IOException e) {
            throw new VenueException(VenueError.noAnswer(e.toString()), latestEntry, e);
        }
    }

    private VenueException failed(Response response, String text, Instant latestEntry) {
        int code = 0;
        JsonNode data = null;
        var message = text.isEmpty() ? "HTTP " + response.code() : text;
        try {
            var json = JSON.readTree(text);
            if (json != null && json.hasNonNull("code")) {
                code = json.path("code").asInt();
                message = json.path("msg").asText(message);
                data = json.get("data");
            }
        } catch (JsonProcessingException e) {
            message = "HTTP %d without JSON".formatted(response.code());
        }
        var error = VenueError.of(response.code(), code, message, retryAfter(response));
        if (error.retryAfter() != null) {
            governor.stayAway(error.retryAfter());
        }
        return new VenueException(error, latestEntry, data, null);
    }

    private static @Nullable Duration retryAfter(Response response) {
        var header = response.header("Retry-After");
        return header != null && header.matches("\\d{1,9}")
                ? Duration.ofSeconds(Long.parseLong(header))
                : null;
    }

    /** OkHttp repeats no request whose body can be written only once, whatever the answer says. */
    private static Request onlyOnce(Request request) {
        return request.body() == null
                ? request
                : request.newBuilder().method(request.method(), new EmptyOnce()).build();
    }

    /** Tells the gate of what moves orders and has been written to the wire. */
    private final class Departures extends EventListener {
        @Override
        public void responseHeadersStart(Call call) {
            if (!call.request().method().equals("GET")) {
                gate.left(call.request().method() + " " + call.request().url().encodedPath());
            }
        }
    }

    private static final class EmptyOnce extends RequestBody {
        @Override
        public @Nullable MediaType contentType() {
            return null;
        }

        @Override
        public long contentLength() {
            return 0;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) {}
    }
}
