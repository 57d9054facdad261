package pro.cryptotrader.core.execution;

import java.util.UUID;

/**
 * What allows an order.
 *
 * @param id the event id of the verdict or exit request
 * @param correlation where its chain of causes began
 */
public record Permit(UUID id, UUID correlation) {}
