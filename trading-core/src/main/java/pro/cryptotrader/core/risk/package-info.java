/**
 * The part that says no: limits per account, position sizes and the engine's state machine.
 *
 * <p>{@link pro.cryptotrader.core.risk.RiskDesk} answers signals, {@link
 * pro.cryptotrader.core.risk.EngineDesk} answers operators, and {@link
 * pro.cryptotrader.core.risk.AccountFacts} learns what has happened. A limit is one {@link
 * pro.cryptotrader.core.risk.RiskRule}.
 */
@NullMarked
package pro.cryptotrader.core.risk;

import org.jspecify.annotations.NullMarked;
