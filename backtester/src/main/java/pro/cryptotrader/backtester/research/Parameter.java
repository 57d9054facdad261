package pro.cryptotrader.backtester.research;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A configuration value that is searched. */
public sealed interface Parameter {
    /** As configuration files spell it, such as {@code stop_loss_pct}. */
    String name();

    /**
     * The value at a place in the unit interval, so that equal stretches of it stand for equal
     * stretches of values.
     *
     * @param unit 0 to below 1
     */
    String at(double unit);

    /**
     * All values, in order.
     *
     * @throws IllegalArgumentException when there is no end of them
     */
    List<String> values();

    /** Some values, named one by one. */
    record Choice(String name, List<String> values) implements Parameter {
        public Choice {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException(name + " has no values to choose from");
            }
        }

        @Override
        public String at(double unit) {
            return values.get((int) (unit * values.size()));
        }
    }

    /** Every multiple of a step from the lowest to the highest. */
    record Steps(String name, BigDecimal lowest, BigDecimal highest, BigDecimal step)
            implements Parameter {
        private static final int MOST = 1_000_000;

        public Steps {
            if (lowest.compareTo(highest) > 0 || step.signum() <= 0) {
                throw new IllegalArgumentException(
                        "%s goes up from its lowest value in steps above zero, not %s to %s by %s"
                                .formatted(name, lowest, highest, step));
            }
        }

        private int count() {
            return highest.subtract(lowest)
                            .divideToIntegralValue(step)
                            .min(BigDecimal.valueOf(MOST))
                            .intValueExact()
                    + 1;
        }

        private String value(int index) {
            return lowest.add(step.multiply(BigDecimal.valueOf(index)))
                    .stripTrailingZeros()
                    .toPlainString();
        }

        @Override
        public String at(double unit) {
            return value((int) (unit * count()));
        }

        @Override
        public List<String> values() {
            var values = new ArrayList<String>();
            for (int i = 0; i < count(); i++) {
                values.add(value(i));
            }
            return values;
        }
    }

    /** Anything between the lowest and the highest, to four digits. */
    record Between(String name, BigDecimal lowest, BigDecimal highest) implements Parameter {
        private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

        public Between {
            if (lowest.compareTo(highest) >= 0) {
                throw new IllegalArgumentException(
                        "%s goes up from its lowest value, not from %s to %s"
                                .formatted(name, lowest, highest));
            }
        }

        @Override
        public String at(double unit) {
            return lowest.add(highest.subtract(lowest).multiply(new BigDecimal(unit)))
                    .round(DIGITS)
                    .stripTrailingZeros()
                    .toPlainString();
        }

        @Override
        public List<String> values() {
            throw new IllegalArgumentException(
                    "a grid needs a step: write %s=%s:%s:STEP".formatted(name, lowest, highest));
        }
    }

    /**
     * Reads {@code name=a,b,c}, {@code name=lowest:highest:step} or {@code name=lowest:highest}.
     *
     * @throws IllegalArgumentException for any other form
     */
    static Parameter of(String text) {
        int equals = text.indexOf('=');
        var name = equals < 1 ? "" : text.substring(0, equals).strip();
        var said = text.substring(equals + 1).strip();
        if (name.isEmpty() || said.isEmpty()) {
            throw new IllegalArgumentException(
                    "a parameter is NAME=A,B,C or NAME=LOWEST:HIGHEST[:STEP], not '%s'"
                            .formatted(text));
        }
        var bounds = said.split(":", -1);
        return switch (bounds.length) {
            case 2 -> new Between(name, number(text, bounds[0]), number(text, bounds[1]));
            case 3 ->
                    new Steps(
                            name,
                            number(text, bounds[0]),
                            number(text, bounds[1]),
                            number(text, bounds[2]));
            default ->
                    new Choice(
                            name, Arrays.stream(said.split(",", -1)).map(String::strip).toList());
        };
    }

    private static BigDecimal number(String text, String number) {
        try {
            return new BigDecimal(number.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'%s' in parameter '%s' is not a number".formatted(number, text), e);
        }
    }
}
