package pro.cryptotrader.simulator.matching;

/** A synthetic offer in the {@link PlainVenue}, and what is left of it. */
final class PlainLevel {
    final long price;
    long left;

    PlainLevel(long price, long left) {
        this.price = price;
        this.left = left;
    }
}
