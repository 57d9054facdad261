/**
 * A run for people and machines: one JSON document, CSV tables and one HTML file without anything
 * outside it.
 */
@NullMarked
package pro.cryptotrader.backtester.report;

import org.jspecify.annotations.NullMarked;
