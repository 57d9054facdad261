/** Runs accounts over recorded candles: settings in, trades, equity and refusals out. */
@NullMarked
package pro.cryptotrader.backtester.engine;

import org.jspecify.annotations.NullMarked;
