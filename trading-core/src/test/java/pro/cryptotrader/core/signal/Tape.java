package pro.cryptotrader.core.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes candles by hand: what the price does, and with how much volume. */
final class Tape {
    private final List<Bar> bars = new ArrayList<>();
    private final Random random = new Random(11);
    private double price;

    Tape(double price) {
        this.price = price;
    }

    /** Around the same price, with ordinary volume. */
    Tape quiet(int candles) {
        double center = price;
        for (int i = 0; i < candles; i++) {
            add(center + random.nextGaussian(), 100 + 5 * random.nextGaussian());
        }
        price = center;
        return this;
    }

    /** By {@code step} per candle, with some noise and ordinary volume. */
    Tape moving(int candles, double step) {
        for (int i = 0; i < candles; i++) {
            add(price + step + 0.3 * random.nextGaussian(), 100 + 5 * random.nextGaussian());
        }
        return this;
    }

    /** One candle that closes {@code move} away, with the given volume. */
    Tape candle(double move, double volume) {
        add(price + move, volume);
        return this;
    }

    private void add(double close, double volume) {
        bars.add(
                new Bar(
                        price,
                        Math.max(price, close) + 0.2,
                        Math.min(price, close) - 0.2,
                        close,
                        volume));
        price = close;
    }

    <S extends Strategy> S through(S strategy) {
        bars.forEach(strategy::update);
        return strategy;
    }

    /** The same tape upside down. */
    Tape mirrored() {
        var mirror = new Tape(0);
        double axis = 2 * bars.getFirst().open();
        bars.forEach(b ->
                mirror.bars.add(
                        new Bar(
                                axis - b.open(),
                                axis - b.low(),
                                axis - b.high(),
                                axis - b.close(),
                                b.volume())));
        return mirror;
    }
}
