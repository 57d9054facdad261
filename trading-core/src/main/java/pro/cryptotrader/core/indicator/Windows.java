package pro.cryptotrader.core.indicator;

/** What all windows have in common: a length that makes sense. */
final class Windows {
    private static final int LONGEST = 100_000;

    private Windows() {}

    static int requireLength(int length) {
        if (length < 1 || length > LONGEST) {
            throw new IllegalArgumentException(
                    "an indicator looks at 1 to %d candles, not %d".formatted(LONGEST, length));
        }
        return length;
    }
}
