/** Binance's market streams and WebSocket API. */
@NullMarked
package pro.cryptotrader.simulator.stream;

import org.jspecify.annotations.NullMarked;
