package pro.cryptotrader.simulator.matching;

/** An amount (1e-8, positive) that changes its place; what leaves one place arrives at another. */
public record Movement(String asset, long amount, Place from, Place to) {

    /** Where amounts can be. */
    public enum Bucket {
        FREE(0),
        LOCKED(1);

        private final int slot;

        Bucket(int slot) {
            this.slot = slot;
        }

        int slot() {
            return slot;
        }
    }

    /** A bucket of an account. */
    public record Place(String account, Bucket bucket) {
        static Place free(String account) {
            return new Place(account, Bucket.FREE);
        }

        static Place locked(String account) {
            return new Place(account, Bucket.LOCKED);
        }
    }

    /** Whether {@code account} gains or loses by it. */
    public boolean touches(String account) {
        return from.account().equals(account) || to.account().equals(account);
    }
}
