@NullMarked
package pro.cryptotrader.backtester.data;

import org.jspecify.annotations.NullMarked;
