package pro.cryptotrader.core.signal;

/** A strategy with one opinion, and an example of how little one needs. */
record FixedStrategy(String name, int score) implements Strategy {
    @Override
    public int warmUp() {
        return 0;
    }

    @Override
    public void update(Bar bar) {}

    @Override
    public String reason() {
        return "always " + score;
    }
}
