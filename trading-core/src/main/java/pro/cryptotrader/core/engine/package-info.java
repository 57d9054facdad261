/**
 * The loop that wires the deciders as the services do, without services: for backtests and replays.
 */
@NullMarked
package pro.cryptotrader.core.engine;

import org.jspecify.annotations.NullMarked;
