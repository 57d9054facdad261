package pro.cryptotrader.contracts.config;

/**
 * One thing that is wrong with a configuration.
 *
 * @param field where, as the file spells it, such as {@code risk_management.stop_loss_pct}
 * @param value what was found there, shortened; {@code ***} for a secret
 * @param allowed what would be right
 * @param text both in one sentence, without the field
 */
public record ConfigProblem(String field, String value, String allowed, String text) {

    /** The whole sentence, such as {@code symbols[1]: 'BTC' is not ...}. */
    @Override
    public String toString() {
        return field + ": " + text;
    }
}
