package pro.cryptotrader.binance;

import java.util.Optional;

/**
 * The last door of a request that moves orders. It is asked after the request has got its
 * timestamp: whoever is stopped behind the door arrives too late, since the venue refuses a request
 * that is older than its recvWindow.
 */
public interface OrderGate {
    /** Lets everything pass. */
    OrderGate OPEN = _ -> Optional.empty();

    /**
     * Why the request may not leave; empty when it may.
     *
     * @param request method and path, such as {@code POST /api/v3/order}
     */
    Optional<String> objection(String request);

    /** The request is on the wire and its answer is awaited. */
    default void left(String request) {}
}
