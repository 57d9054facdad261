/** Market time. */
@NullMarked
package pro.cryptotrader.simulator.venue;

import org.jspecify.annotations.NullMarked;
