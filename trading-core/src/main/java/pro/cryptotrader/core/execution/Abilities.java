package pro.cryptotrader.core.execution;

/**
 * What the venue can do with the orders of a symbol, beside placing and canceling them.
 *
 * @param cancelReplace a resting order can be canceled and another placed in one request
 * @param amend a resting order can be made smaller without losing its place
 * @param leastTrailingBips the closest that a stop-loss may follow the price, in 0.01 %
 * @param mostTrailingBips the farthest; zero when no stop-loss may follow at all
 */
public record Abilities(
        boolean cancelReplace, boolean amend, int leastTrailingBips, int mostTrailingBips) {
    public static final Abilities NONE = new Abilities(false, false, 0, 0);

    boolean canTrailBy(int bips) {
        return bips >= leastTrailingBips && bips <= mostTrailingBips;
    }
}
