package pro.cryptotrader.simulator.venue;

import pro.cryptotrader.simulator.market.MarketTape;

/** A tape and the market time at which it begins to be heard, milliseconds. */
record MarketSource(MarketTape tape, long start) {}
