package pro.cryptotrader.backtester.research;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import pro.cryptotrader.backtester.engine.StrategyPlan;
import pro.cryptotrader.core.engine.EnsembleSignals;
import pro.cryptotrader.core.signal.BreakoutStrategy;
import pro.cryptotrader.core.signal.MeanReversionStrategy;
import pro.cryptotrader.core.signal.MomentumStrategy;
import pro.cryptotrader.core.signal.PullbackStrategy;
import pro.cryptotrader.core.signal.RuleEnsemble;
import pro.cryptotrader.core.signal.RuleEnsemble.Member;
import pro.cryptotrader.core.signal.Strategy;
import pro.cryptotrader.core.signal.TrendStrategy;
import pro.cryptotrader.core.signal.VolumeStrategy;

/**
 * The say of each strategy in the ensemble, to be searched like any other value: {@code
 * weight.trend} and its like. What is given are proportions; an ensemble's weights are whole per
 * cent that add up to 100, so they are brought there by largest remainder.
 */
record EnsembleWeights(Map<String, BigDecimal> proportions) {
    static final String PREFIX = "weight.";
    private static final int WHOLE = 100;

    private record Seat(Supplier<Strategy> strategy, int usual) {}

    EnsembleWeights {
        proportions = Map.copyOf(proportions);
    }

    private static Map<String, Seat> seats() {
        var seats = new LinkedHashMap<String, Seat>();
        seats.put("trend", new Seat(TrendStrategy::new, 25));
        seats.put("momentum", new Seat(MomentumStrategy::new, 20));
        seats.put("mean-reversion", new Seat(MeanReversionStrategy::new, 15));
        seats.put("breakout", new Seat(BreakoutStrategy::new, 15));
        seats.put("volume", new Seat(VolumeStrategy::new, 10));
        seats.put("pullback", new Seat(PullbackStrategy::new, 15));
        return seats;
    }

    static boolean isWeight(String name) {
        return name.startsWith(PREFIX);
    }

    /** Every name that can be searched. */
    static List<String> names() {
        return seats().keySet().stream().map(each -> PREFIX + each).toList();
    }

    /**
     * The weights that {@code values} name; what is not named keeps its usual one.
     *
     * @throws IllegalArgumentException for a strategy that there is not, or a negative weight
     */
    static EnsembleWeights of(Map<String, String> values) {
        var proportions = new LinkedHashMap<String, BigDecimal>();
        seats().forEach((name, seat) -> proportions.put(name, BigDecimal.valueOf(seat.usual())));
        values.forEach((name, value) -> {
            requireName(name);
            var weight = new BigDecimal(value);
            if (weight.signum() < 0) {
                throw new IllegalArgumentException(
                        "%s is zero or more, not %s".formatted(name, value));
            }
            proportions.put(name.substring(PREFIX.length()), weight);
        });
        return new EnsembleWeights(proportions);
    }

    static void requireName(String name) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException(
                    "there is no '%s'; there are %s".formatted(name, String.join(", ", names())));
        }
    }

    /** Whole per cent in the order of the ensemble. */
    List<Integer> percent() {
        var names = List.copyOf(seats().keySet());
        var sum =
                proportions.values().stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .doubleValue();
        if (sum <= 0) {
            throw new IllegalArgumentException("at least one strategy has a weight above zero");
        }
        var percent = new ArrayList<Integer>();
        var remainders = new ArrayList<Double>();
        int given = 0;
        for (var name : names) {
            double exact =
                    proportions.getOrDefault(name, BigDecimal.ZERO).doubleValue() * WHOLE / sum;
            int whole = (int) exact;
            percent.add(whole);
            remainders.add(exact - whole);
            given += whole;
        }
        for (int left = WHOLE - given; left > 0; left--) {
            int most = 0;
            for (int i = 1; i < remainders.size(); i++) {
                most = remainders.get(i) > remainders.get(most) ? i : most;
            }
            percent.set(most, percent.get(most) + 1);
            remainders.set(most, -1.0);
        }
        return percent;
    }

    /** The plan with an ensemble of these weights. */
    StrategyPlan in(StrategyPlan plan) {
        var percent = percent();
        Supplier<RuleEnsemble> ensemble =
                () -> {
                    var members = new ArrayList<Member>();
                    for (var seat : seats().values()) {
                        members.add(new Member(seat.strategy().get(), percent.get(members.size())));
                    }
                    return new RuleEnsemble(members);
                };
        return new StrategyPlan(
                plan.name(),
                (symbol, interval) -> new EnsembleSignals(symbol, interval, ensemble),
                plan.warmUp(),
                plan.exits(),
                plan.mostSlippagePct());
    }
}
