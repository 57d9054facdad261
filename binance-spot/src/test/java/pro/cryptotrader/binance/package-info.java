@NullMarked
package pro.cryptotrader.binance;

import org.jspecify.annotations.NullMarked;
