package pro.cryptotrader.backtester.research;

import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything that may be tried. */
public record SearchSpace(List<Parameter> parameters) {
    public SearchSpace {
        parameters = List.copyOf(parameters);
        if (parameters.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to search without a parameter");
        }
        var names = parameters.stream().map(Parameter::name).distinct().count();
        if (names < parameters.size()) {
            throw new IllegalArgumentException("a parameter is named twice");
        }
    }

    public int dimensions() {
        return parameters.size();
    }

    /**
     * How many points the grid has.
     *
     * @throws IllegalArgumentException when there is no end of them
     */
    public BigInteger gridSize() {
        return parameters.stream()
                .map(each -> BigInteger.valueOf(each.values().size()))
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }

    /** The grid's point {@code index}; the last parameter changes first. */
    public SortedMap<String, String> gridPoint(long index) {
        var point = new TreeMap<String, String>();
        long rest = index;
        for (var parameter : parameters.reversed()) {
            var values = parameter.values();
            point.put(parameter.name(), values.get((int) (rest % values.size())));
            rest /= values.size();
        }
        return point;
    }

    /** The point at a place in the unit cube. */
    public SortedMap<String, String> point(double... units) {
        var point = new TreeMap<String, String>();
        for (int i = 0; i < units.length; i++) {
            point.put(parameters.get(i).name(), parameters.get(i).at(units[i]));
        }
        return point;
    }
}
