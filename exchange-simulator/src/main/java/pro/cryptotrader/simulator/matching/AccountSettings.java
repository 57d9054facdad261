package pro.cryptotrader.simulator.matching;

/**
 * What an account can choose, or the venue chose for it.
 *
 * @param paysWithDiscount pays commission in the discount asset when it has enough of it
 * @param tradeGroup accounts of the same group do not trade with each other, -1 for none
 */
public record AccountSettings(boolean paysWithDiscount, long tradeGroup) {
    /** What every account begins with. */
    public static final AccountSettings USUAL = new AccountSettings(false, -1);
}
