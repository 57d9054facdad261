@NullMarked
package pro.cryptotrader.backtester.store;

import org.jspecify.annotations.NullMarked;
