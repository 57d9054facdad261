package pro.cryptotrader.simulator.matching;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.matching.Movement.Bucket;
import pro.cryptotrader.simulator.matching.Movement.Place;

/**
 * Who holds how much of what. Over all accounts, the fee account and the outside world every asset
 * sums to zero; only the outside world may be negative.
 */
final class Balances {
    static final String FEES = "#fees";
    static final String OUTSIDE = "#outside";
    private static final int BUCKETS = Bucket.values().length;

    private final Map<String, Integer> accounts = new HashMap<>();
    private final Map<String, Purse> purses = new TreeMap<>();

    /** All amounts of one asset side by side, so that they can be summed after every command. */
    private static final class Purse {
        private final BitSet used = new BitSet();
        private long[] amounts = new long[16];

        long get(int slot) {
            return slot < amounts.length ? amounts[slot] : 0;
        }

        void set(int slot, long amount) {
            if (slot >= amounts.length) {
                amounts = Arrays.copyOf(amounts, Math.max(slot + 1, amounts.length * 2));
            }
            used.set(slot);
            amounts[slot] = amount;
        }

        long sum() {
            var sum = 0L;
            for (var amount : amounts) {
                sum = Math.addExact(sum, amount);
            }
            return sum;
        }
    }

    boolean has(String account) {
        return accounts.containsKey(account);
    }

    void open(String account) {
        accounts.computeIfAbsent(account, _ -> accounts.size());
    }

    Collection<String> accounts() {
        return accounts.keySet().stream().sorted().toList();
    }

    /** Assets of which the account holds something, or did, sorted. */
    List<String> assets(String account) {
        var index = accounts.get(account);
        return index == null
                ? List.of()
                : purses.entrySet().stream()
                        .filter(entry -> held(entry.getValue(), index))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private static boolean held(Purse purse, int index) {
        return purse.used.get(index * BUCKETS) || purse.used.get(index * BUCKETS + 1);
    }

    long free(String account, String asset) {
        return amount(account, asset, Bucket.FREE);
    }

    long locked(String account, String asset) {
        return amount(account, asset, Bucket.LOCKED);
    }

    void move(Movement movement) {
        if (movement.amount() <= 0) {
            throw new IllegalStateException("a movement must be positive: " + movement);
        }
        add(movement.from(), movement.asset(), -movement.amount());
        add(movement.to(), movement.asset(), movement.amount());
    }

    /** What all holdings of {@code asset} sum to: zero, or the books are broken. */
    long sum(String asset) {
        var purse = purses.get(asset);
        return purse == null ? 0 : purse.sum();
    }

    private long amount(String account, String asset, Bucket bucket) {
        @Nullable Integer index = accounts.get(account);
        var purse = purses.get(asset);
        return index == null || purse == null ? 0 : purse.get(index * BUCKETS + bucket.slot());
    }

    void add(Place place, String asset, long change) {
        open(place.account());
        var slot = accounts.getOrDefault(place.account(), 0) * BUCKETS + place.bucket().slot();
        var purse = purses.computeIfAbsent(asset, _ -> new Purse());
        var after = Math.addExact(purse.get(slot), change);
        if (after < 0 && !place.account().equals(OUTSIDE)) {
            throw new IllegalStateException(
                    "%s of %s in %s would be %s after a change of %s"
                            .formatted(
                                    place.bucket(),
                                    asset,
                                    place.account(),
                                    Amounts.text(after),
                                    Amounts.text(change)));
        }
        purse.set(slot, after);
    }
}
