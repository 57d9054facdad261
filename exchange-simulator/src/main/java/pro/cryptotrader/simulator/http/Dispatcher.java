package pro.cryptotrader.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.fault.Effect;
import pro.cryptotrader.simulator.fault.Fault;
import pro.cryptotrader.simulator.fault.Faults;
import pro.cryptotrader.simulator.fault.Scope;
import pro.cryptotrader.simulator.http.RequestLog.Course;
import pro.cryptotrader.simulator.matching.Refusal;

/** Every call's way through the venue: fault, signature, endpoint, answer. */
@Singleton
public class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final Endpoints endpoints;
    private final Signatures signatures;
    private final RateLimits limits;
    private final Faults faults;
    private final RequestLog log;
    private final InstantSource wall;

    /** Reaches all {@code endpoints}. */
    public Dispatcher(
            Endpoints endpoints,
            Signatures signatures,
            RateLimits limits,
            Faults faults,
            RequestLog log,
            InstantSource wall) {
        this.endpoints = endpoints;
        this.limits = limits;
        this.signatures = signatures;
        this.faults = faults;
        this.log = log;
        this.wall = wall;
    }

    /** The endpoint that a call means. */
    public Optional<Endpoint> find(String call) {
        return Optional.ofNullable(endpoints.find(call));
    }

    /** Answers a call; may take as long as a fault says. */
    public Reply answer(Endpoint endpoint, Request request) {
        var received = wall.millis();
        var account =
                request.session() == null
                        ? signatures.owner(request.apiKey())
                        : Optional.of(request.session());
        var course = course(endpoint, request, account);
        log.write(request, account, received, course);
        return course.told().with(limits.weightHeaders(request.address()));
    }

    private Course course(Endpoint endpoint, Request request, Optional<String> account) {
        var weight = endpoint.weight().of(request.params());
        try {
            limits.charge(request.address(), weight);
        } catch (RateLimits.Exceeded exceeded) {
            return new Course(null, exceeded.reply(), null);
        }
        var course =
                faults.strike(Effect.OnRequest.class, request.target(account))
                        .map(fault -> struck(fault, endpoint, request))
                        .orElseGet(() -> Course.honest(execute(endpoint, request)));
        var executed = course.executed();
        if (executed != null && executed.status() == 200 && endpoint.freeIfSuccessful()) {
            limits.refund(request.address(), weight);
        }
        return course;
    }

    private Course struck(Fault fault, Endpoint endpoint, Request request) {
        return switch (fault.effect()) {
            case Effect.DropRequest _ -> new Course(null, Reply.broken(), fault);
            case Effect.DropReply _ ->
                    new Course(execute(endpoint, request), Reply.broken(), fault);
            case Effect.Timeout timeout ->
                    new Course(
                            timeout.executed() ? execute(endpoint, request) : null,
                            Reply.refused(timeout.status(), timedOut()),
                            fault);
            case Effect.ServerError error ->
                    new Course(
                            error.executed() ? execute(endpoint, request) : null,
                            told(error),
                            fault);
            case Effect.TooMany many -> new Course(null, tooMany(many), fault);
            case Effect.Reject reject ->
                    new Course(
                            null,
                            Reply.refused(new Refusal(reject.code(), reject.message())),
                            fault);
            case Effect.Slow slow -> {
                var reply = slow(slow, endpoint, request);
                yield new Course(reply, reply, fault);
            }
            default -> throw new IllegalStateException("not for requests: " + fault.effect());
        };
    }

    private static Refusal timedOut() {
        return new Refusal(
                -1007,
                "Timeout waiting for response from backend server. Send status unknown; execution status unknown.");
    }

    private static Reply told(Effect.ServerError error) {
        return error.code() == 0
                ? new Reply(error.status(), TextNode.valueOf(error.message()), Map.of())
                : Reply.refused(error.status(), new Refusal(error.code(), error.message()));
    }

    private Reply tooMany(Effect.TooMany many) {
        var seconds = many.retryAfterSeconds();
        var text =
                many.status() == 418
                        ? "Way too much request weight used; IP banned until %d. Please use WebSocket Streams for live updates to avoid bans."
                                .formatted(wall.millis() + seconds * 1000L)
                        : "Too many requests queued.";
        return new Reply(
                many.status(),
                Failures.body(new Refusal(-1003, text)),
                Map.of("Retry-After", Integer.toString(seconds)));
    }

    private Reply slow(Effect.Slow slow, Endpoint endpoint, Request request) {
        if (slow.executed()) {
            var reply = execute(endpoint, request);
            hesitate(slow.delayMillis());
            return reply;
        }
        hesitate(slow.delayMillis());
        return execute(endpoint, request);
    }

    private static void hesitate(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply execute(Endpoint endpoint, Request request) {
        try {
            var account = endpoint.signed() ? signatures.account(request) : "";
            requireOpen(endpoint, request.params());
            return endpoint.orders() > 0
                    ? place(endpoint, request, account)
                    : Reply.of(answer(endpoint, request, account, null));
        } catch (RateLimits.Exceeded exceeded) {
            return exceeded.reply();
        } catch (Refusal refusal) {
            return Reply.refused(refusal);
        } catch (Failures.Detailed failure) {
            return failure.reply();
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s failed", request.call());
            return Reply.refused(
                    new Refusal(
                            -1001,
                            "Internal error; unable to process your request. Please try again."));
        }
    }

    private static JsonNode answer(
            Endpoint endpoint,
            Request request,
            String account,
            RateLimits.@Nullable Exceeded excess) {
        return endpoint.handler().answer(new Endpoint.Call(request.params(), account, excess));
    }

    /** Orders count before they are placed, because their fills give back at once. */
    private Reply place(Endpoint endpoint, Request request, String account) {
        try {
            limits.reserve(account, endpoint.orders());
        } catch (RateLimits.Exceeded excess) {
            if (!endpoint.call().equals(CancelReplaceApi.CALL)) {
                throw excess;
            }
            return Reply.of(answer(endpoint, request, account, excess));
        }
        try {
            return Reply.of(answer(endpoint, request, account, null))
                    .with(limits.orderHeaders(account));
        } catch (Failures.Detailed failure) {
            if (!failure.counts()) {
                limits.placed(account, -endpoint.orders());
                throw failure;
            }
            return failure.reply().with(limits.orderHeaders(account));
        } catch (RuntimeException e) {
            limits.placed(account, -endpoint.orders());
            throw e;
        }
    }

    /** A halted symbol takes no orders, and cancels only if the halt allows them. */
    private void requireOpen(Endpoint endpoint, Params params) {
        if (endpoint.method().equals("GET")) {
            return;
        }
        var halts =
                params.text("symbol")
                        .map(symbol ->
                                faults.lasting(
                                        Effect.HaltSymbol.class, Scope.Target.market(symbol)));
        var cancels = endpoint.method().equals("DELETE");
        if (halts.filter(all -> all.stream().anyMatch(halt -> !(cancels && halt.cancels())))
                .isPresent()) {
            throw new Refusal(cancels ? -2011 : -2010, "Market is closed.");
        }
    }
}
