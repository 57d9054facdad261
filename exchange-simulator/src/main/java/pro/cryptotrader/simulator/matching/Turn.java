package pro.cryptotrader.simulator.matching;

/** One command on one symbol: where, when, and what has come of it so far. */
record Turn(Pit pit, Recorder out, long time) {}
