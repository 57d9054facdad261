/** Runs for people and machines: JSON, CSV and one HTML file. */
@NullMarked
package pro.cryptotrader.backtester.report;

import org.jspecify.annotations.NullMarked;
