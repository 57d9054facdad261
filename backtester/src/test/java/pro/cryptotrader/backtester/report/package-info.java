@NullMarked
package pro.cryptotrader.backtester.report;

import org.jspecify.annotations.NullMarked;
