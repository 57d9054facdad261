@NullMarked
package pro.cryptotrader.backtester.distribution;

import org.jspecify.annotations.NullMarked;
