package pro.cryptotrader.core.position;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import pro.cryptotrader.contracts.event.FillEvent;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.FillEvent.FundsChanged;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Side;

/**
 * One balance moves. The balances of an account are the sums of its movements and nothing else.
 *
 * @param delta signed, in {@code asset}
 */
public record Movement(Asset asset, BigDecimal delta, Kind kind) {

    /** What a fill or a change of funds does to the balances, in order. */
    public static List<Movement> of(FillEvent event) {
        return switch (event) {
            case Fill fill -> of(fill);
            case FundsChanged funds ->
                    List.of(
                            new Movement(
                                    funds.asset(),
                                    funds.delta(),
                                    Kind.valueOf(funds.cause().name())));
        };
    }

    private static List<Movement> of(Fill fill) {
        var base = fill.quantity().value();
        var quote = fill.price().times(fill.quantity()).value();
        boolean buy = fill.side() == Side.BUY;
        var movements = new ArrayList<Movement>(3);
        movements.add(new Movement(fill.symbol().base(), buy ? base : base.negate(), Kind.TRADE));
        movements.add(
                new Movement(fill.symbol().quote(), buy ? quote.negate() : quote, Kind.TRADE));
        if (fill.commission().signum() != 0) {
            movements.add(
                    new Movement(
                            fill.commissionAsset(), fill.commission().negate(), Kind.COMMISSION));
        }
        return movements;
    }

    /** Why it moves. */
    public enum Kind {
        TRADE,
        COMMISSION,
        OPENING,
        DEPOSIT,
        WITHDRAWAL,
        FOREIGN_TRADE
    }
}
