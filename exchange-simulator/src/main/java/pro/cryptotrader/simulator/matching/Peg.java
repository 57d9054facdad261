package pro.cryptotrader.simulator.matching;

import java.util.Optional;

/**
 * An order's price comes from the book when the order comes onto it.
 *
 * @param level how many prices behind the best one, empty if the owner asked for no offset
 * @param stated the price the owner stated, 0 if none; it is the worst he accepts
 * @param determined whether the order has its price
 */
public record Peg(Kind kind, Optional<Integer> level, long stated, boolean determined) {
    /** The deepest price that can be asked for. */
    public static final int DEEPEST = 100;

    /** Whose side of the book the price comes from; Binance's names. */
    public enum Kind {
        PRIMARY_PEG,
        MARKET_PEG
    }

    /**
     * The terms with the price of this moment, or as they are if they wait for no price.
     *
     * @throws Refusal if the book has no such price
     */
    static OrderTerms priced(OrderTerms terms, Book book) {
        var peg = terms.peg();
        if (peg == null || peg.determined()) {
            return terms;
        }
        var buys = terms.side() == Side.BUY;
        var taker = peg.kind() == Kind.MARKET_PEG ? terms.side() : terms.side().opposite();
        var behind = peg.level().orElse(0);
        var levels = book.levels(taker, behind + 1);
        if (levels.size() <= behind) {
            throw Refusal.engine("Order book liquidity is too low for this pegged order.");
        }
        var price = levels.get(behind).price();
        var bounded =
                peg.stated() == 0
                        ? price
                        : buys ? Math.min(price, peg.stated()) : Math.max(price, peg.stated());
        return terms.pegged(new Peg(peg.kind(), peg.level(), peg.stated(), true), bounded);
    }

    /** What can be pegged at all, and how. */
    static void check(OrderTerms terms, Abilities abilities) {
        var peg = terms.peg();
        if (peg == null) {
            return;
        }
        if (!abilities.pegged()) {
            throw Refusal.engine("Pegged orders are not supported for this symbol.");
        }
        if (!terms.type().priced()) {
            throw Refusal.engine("This order type may not use pegged price.");
        }
        if (terms.type() == OrderType.LIMIT_MAKER && peg.kind() == Kind.MARKET_PEG) {
            throw Refusal.engine("This price peg cannot be used with this order type.");
        }
        if (terms.type() == OrderType.LIMIT
                && peg.kind() == Kind.PRIMARY_PEG
                && terms.timeInForce() != TimeInForce.GTC) {
            throw Refusal.engine("Unsupported order combination");
        }
    }
}
