package pro.cryptotrader.core.execution;

import pro.cryptotrader.contracts.value.Quantity;

/**
 * The sale of a part of a position while the rest stays protected.
 *
 * @param rest what stays
 */
public record Part(Stage stage, Quantity rest) {
    /** How far it is. */
    public enum Stage {
        /** The protection is being made smaller, which frees the part. */
        SHRINKING,
        /** The part is free and is sold. */
        SELLING,
        /** Sold, or given up; it is not tried again. */
        OVER
    }

    Part at(Stage next) {
        return new Part(next, rest);
    }
}
