/** Binance's REST interface and the control interface. */
@NullMarked
package pro.cryptotrader.simulator.http;

import org.jspecify.annotations.NullMarked;
