package pro.cryptotrader.contracts.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that was not taken over, with everything that is wrong with it. */
public final class ConfigRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    public ConfigRefused(List<ConfigProblem> problems) {
        super(problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** In the order of the file; never empty. */
    public List<ConfigProblem> problems() {
        return problems;
    }
}
