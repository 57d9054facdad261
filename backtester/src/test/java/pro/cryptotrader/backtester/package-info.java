/** Tests of the backtester, and what they share. */
@NullMarked
package pro.cryptotrader.backtester;

import org.jspecify.annotations.NullMarked;
