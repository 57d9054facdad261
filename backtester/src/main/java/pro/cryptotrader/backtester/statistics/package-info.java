/** Figures of a run, each with its formula and source. */
@NullMarked
package pro.cryptotrader.backtester.statistics;

import org.jspecify.annotations.NullMarked;
