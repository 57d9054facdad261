/** From closed candles to an explained BUY, SELL or HOLD: strategies vote, an ensemble counts. */
@NullMarked
package pro.cryptotrader.core.signal;

import org.jspecify.annotations.NullMarked;
