package pro.cryptotrader.simulator.market;

/**
 * Random numbers that depend on nothing but their key, on every machine (SplitMix64, StrictMath).
 */
final class Dice {
    private long state;

    Dice(long seed, String name, long index) {
        state =
                mix(seed)
                        ^ mix(name.hashCode() * 0x9E3779B97F4A7C15L)
                        ^ mix(index + 0x632BE59BD9B4E019L);
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        return mix(state);
    }

    /** In [0, 1). */
    double uniform() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** In [low, high]. */
    int between(int low, int high) {
        return low + (int) Math.floorMod(next(), (long) high - low + 1);
    }

    /** Standard normal (Box and Muller). */
    double normal() {
        var radius = Math.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * Math.PI * uniform());
    }

    private static long mix(long value) {
        var z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
