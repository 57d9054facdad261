/** Backtests that were asked for here. */
@NullMarked
package pro.cryptotrader.gateway.backtest;

import org.jspecify.annotations.NullMarked;
