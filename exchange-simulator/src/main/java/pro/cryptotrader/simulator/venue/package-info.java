/** One lock around core, market and store; the market's clock. */
@NullMarked
package pro.cryptotrader.simulator.venue;

import org.jspecify.annotations.NullMarked;
