/** The one place that knows Binance's wire. */
@NullMarked
package pro.cryptotrader.binance;

import org.jspecify.annotations.NullMarked;
