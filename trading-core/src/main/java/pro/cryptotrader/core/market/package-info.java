/** Candles as the market makes them: aggregation, gaps, and which ticks are worth telling. */
@NullMarked
package pro.cryptotrader.core.market;

import org.jspecify.annotations.NullMarked;
