package pro.cryptotrader.simulator.venue;

import pro.cryptotrader.simulator.market.MarketTape;

/**
 * A tape and where on it to begin.
 *
 * @param start open time of the first minute on the tape, milliseconds
 * @param relayed nothing is on the tape: trades come from another venue as they happen
 */
record MarketSource(MarketTape tape, long start, boolean relayed) {}
