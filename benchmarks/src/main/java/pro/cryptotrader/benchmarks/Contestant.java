package pro.cryptotrader.benchmarks;

/** Somebody who runs a strategy over candles. */
interface Contestant {
    String name();

    /** Runs once, from the first candle to the last. */
    Outcome run();
}
