/** Candles in, explained signals out: what one batch of messages changes, in one transaction. */
@NullMarked
package pro.cryptotrader.signal;

import org.jspecify.annotations.NullMarked;
