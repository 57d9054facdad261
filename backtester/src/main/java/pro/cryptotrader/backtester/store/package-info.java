/** Candles on disk: compact columns, mapped or streamed. */
@NullMarked
package pro.cryptotrader.backtester.store;

import org.jspecify.annotations.NullMarked;
