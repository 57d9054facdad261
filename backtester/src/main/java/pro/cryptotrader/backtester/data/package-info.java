/** Recorded candles as the engine reads them; import, download and verification. */
@NullMarked
package pro.cryptotrader.backtester.data;

import org.jspecify.annotations.NullMarked;
