/** Binance's public market data: what anyone may read without a key. */
@NullMarked
package pro.cryptotrader.binance.market;

import org.jspecify.annotations.NullMarked;
