package pro.cryptotrader.gateway.live;

import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.AccountId;

/**
 * Something that a screen should show.
 *
 * @param type the SSE event's name
 * @param account whose eyes only; null for what everybody may see
 * @param json one document
 */
public record Push(String type, @Nullable AccountId account, String json) {}
