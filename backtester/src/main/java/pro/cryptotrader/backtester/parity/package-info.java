/** What was said live, and what a backtest of the same candles says: the same, or told apart. */
@NullMarked
package pro.cryptotrader.backtester.parity;

import org.jspecify.annotations.NullMarked;
