package pro.cryptotrader.simulator.matching;

import java.util.List;

/**
 * How a symbol stands at the venue.
 *
 * @param status in which it begins
 * @param spot whether it can be traded on spot accounts at all
 * @param margin only shown
 * @param permissionSets of each set an account needs one permission
 * @param baseAssetPrecision only shown
 * @param quotePrecision only shown
 */
public record Standing(
        SymbolStatus status,
        boolean spot,
        boolean margin,
        List<List<String>> permissionSets,
        int baseAssetPrecision,
        int quotePrecision) {
    /** What every account here may do. */
    public static final String PERMISSION = "SPOT";

    /** Open to everybody. */
    public static final Standing OPEN =
            new Standing(SymbolStatus.TRADING, true, false, List.of(List.of(PERMISSION)), 8, 8);

    /** Copies. */
    public Standing {
        permissionSets = permissionSets.stream().map(List::copyOf).toList();
    }

    boolean permitted() {
        return spot && permissionSets.stream().allMatch(set -> set.contains(PERMISSION));
    }
}
