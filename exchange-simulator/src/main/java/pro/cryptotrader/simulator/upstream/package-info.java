/** Another Binance-compatible venue whose market is relayed. */
@NullMarked
package pro.cryptotrader.simulator.upstream;

import org.jspecify.annotations.NullMarked;
