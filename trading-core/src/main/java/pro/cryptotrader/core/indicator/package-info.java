/**
 * Streaming indicators on primitive doubles: one candle in, one number out, nothing allocated. An
 * indicator says NaN until it has seen enough; none looks further back than a fixed number of
 * candles or forgets exponentially, so that none depends on where the world began.
 */
@NullMarked
package pro.cryptotrader.core.indicator;

import org.jspecify.annotations.NullMarked;
