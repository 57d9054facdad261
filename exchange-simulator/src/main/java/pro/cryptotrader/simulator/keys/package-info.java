/** API keys of every kind, and what they have signed. */
@NullMarked
package pro.cryptotrader.simulator.keys;

import org.jspecify.annotations.NullMarked;
