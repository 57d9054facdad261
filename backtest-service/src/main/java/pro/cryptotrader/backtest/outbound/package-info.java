/** What goes out: the database, candles from the venue. */
@NullMarked
package pro.cryptotrader.backtest.outbound;

import org.jspecify.annotations.NullMarked;
