package pro.cryptotrader.core.performance;

import java.time.Instant;
import pro.cryptotrader.contracts.value.Money;

/**
 * What an account was worth at a moment of the market.
 *
 * @param contributed what had come in from outside until then, less what had left
 */
public record EquityPoint(Instant at, Money equity, Money contributed) {}
