package pro.cryptotrader.core.risk;

/**
 * One reason to say no. Rules are asked in order and the first no is final; each reports its
 * numbers either way.
 *
 * @param <S> what has to be known before the rule can be asked: a {@link Candidate}, an {@link
 *     Entry} or an {@link EntryPlan}
 */
public interface RiskRule<S> {
    /** Yes or no, for whoever reads no words. */
    boolean allows(S subject);

    /** What was found, in words, and a denial unless it is allowed. */
    Finding review(S subject);
}
