/** Backtests as jobs: the one transaction, and what a job does. */
@NullMarked
package pro.cryptotrader.backtest;

import org.jspecify.annotations.NullMarked;
