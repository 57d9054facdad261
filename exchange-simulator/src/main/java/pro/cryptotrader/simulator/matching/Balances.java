package pro.cryptotrader.simulator.matching;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pro.cryptotrader.simulator.matching.Movement.Bucket;
import pro.cryptotrader.simulator.matching.Movement.Place;

/**
 * Who holds how much of what. Over all accounts, the fee account and the outside world every asset
 * sums to zero; only the outside world may be negative.
 */
final class Balances {
    static final String FEES = "#fees";
    static final String OUTSIDE = "#outside";

    private final Map<String, TreeMap<String, long[]>> accounts = new TreeMap<>();

    boolean has(String account) {
        return accounts.containsKey(account);
    }

    void open(String account) {
        accounts.computeIfAbsent(account, _ -> new TreeMap<>());
    }

    Set<String> accounts() {
        return accounts.keySet();
    }

    Set<String> assets(String account) {
        var assets = accounts.get(account);
        return assets == null ? Set.of() : assets.keySet();
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
        var sum = 0L;
        for (var assets : accounts.values()) {
            var amounts = assets.get(asset);
            if (amounts != null) {
                sum = Math.addExact(sum, Math.addExact(amounts[0], amounts[1]));
            }
        }
        return sum;
    }

    private long amount(String account, String asset, Bucket bucket) {
        var assets = accounts.get(account);
        var amounts = assets == null ? null : assets.get(asset);
        return amounts == null ? 0 : amounts[bucket.slot()];
    }

    private void add(Place place, String asset, long change) {
        var amounts =
                accounts.computeIfAbsent(place.account(), _ -> new TreeMap<>())
                        .computeIfAbsent(asset, _ -> new long[Bucket.values().length]);
        var after = Math.addExact(amounts[place.bucket().slot()], change);
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
        amounts[place.bucket().slot()] = after;
    }
}
