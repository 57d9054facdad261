package pro.cryptotrader.simulator.matching;

/** One command on one symbol: where, when, and what has come of it so far. */
record Turn(Pit pit, Recorder out, long time) {
    /** The same command on another symbol that it has reached. */
    Turn at(Pit other) {
        return other == pit ? this : new Turn(other, out, time);
    }

    /** The same command where an order belongs. */
    Turn of(Order order) {
        return at(pit.peer(order.terms().symbol()));
    }
}
