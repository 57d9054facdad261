@NullMarked
package pro.cryptotrader.backtester.statistics;

import org.jspecify.annotations.NullMarked;
