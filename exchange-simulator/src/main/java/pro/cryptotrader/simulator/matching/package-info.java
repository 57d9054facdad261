/** The matching core: orders in, facts out; no clock, no file, no socket. */
@NullMarked
package pro.cryptotrader.simulator.matching;

import org.jspecify.annotations.NullMarked;
