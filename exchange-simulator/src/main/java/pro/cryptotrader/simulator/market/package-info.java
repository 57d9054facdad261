/**
 * Where market trades come from: generated, replayed or relayed; candles and the walk inside them.
 */
@NullMarked
package pro.cryptotrader.simulator.market;

import org.jspecify.annotations.NullMarked;
