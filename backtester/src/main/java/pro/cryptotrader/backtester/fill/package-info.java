/** The venue of a backtest: which orders fill, at which price, in which order, at which cost. */
@NullMarked
package pro.cryptotrader.backtester.fill;

import org.jspecify.annotations.NullMarked;
