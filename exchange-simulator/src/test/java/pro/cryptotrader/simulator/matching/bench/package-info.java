/** How fast the matching core is. */
@NullMarked
package pro.cryptotrader.simulator.matching.bench;

import org.jspecify.annotations.NullMarked;
