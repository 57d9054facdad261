/** The command line. */
@NullMarked
package pro.cryptotrader.backtester.cli;

import org.jspecify.annotations.NullMarked;
