@NullMarked
package pro.cryptotrader.backtester.research;

import org.jspecify.annotations.NullMarked;
