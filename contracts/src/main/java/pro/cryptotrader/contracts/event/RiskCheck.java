package pro.cryptotrader.contracts.event;

/**
 * One rule's answer.
 *
 * @param rule the rule's name, such as {@code max-positions}
 * @param value what was found, as a person reads it
 * @param limit what is allowed, as a person reads it
 */
public record RiskCheck(String rule, boolean passed, String value, String limit) {}
