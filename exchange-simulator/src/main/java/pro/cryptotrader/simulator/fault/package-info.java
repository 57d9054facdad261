/** Faults on demand: what goes wrong, for whom, how often; no socket and no clock of its own. */
@NullMarked
package pro.cryptotrader.simulator.fault;

import org.jspecify.annotations.NullMarked;
