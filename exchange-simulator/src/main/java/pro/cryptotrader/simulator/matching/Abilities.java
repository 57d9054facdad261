package pro.cryptotrader.simulator.matching;

import java.util.EnumSet;
import java.util.Set;

/** What can be done on a symbol, as {@code exchangeInfo} states it. */
public record Abilities(
        Set<OrderType> orderTypes,
        boolean iceberg,
        boolean oco,
        boolean oto,
        boolean opo,
        boolean quoteOrderQuantity,
        boolean trailingStop,
        boolean cancelReplace,
        boolean amend,
        boolean pegged,
        StpMode defaultStp,
        Set<StpMode> allowedStp) {

    /** Everything, with the self-trade prevention modes that Binance allows almost everywhere. */
    public static final Abilities ALL =
            new Abilities(
                    EnumSet.allOf(OrderType.class),
                    true,
                    true,
                    true,
                    true,
                    true,
                    true,
                    true,
                    true,
                    true,
                    StpMode.EXPIRE_MAKER,
                    EnumSet.of(
                            StpMode.EXPIRE_TAKER,
                            StpMode.EXPIRE_MAKER,
                            StpMode.EXPIRE_BOTH,
                            StpMode.DECREMENT));

    /** Copies. */
    public Abilities {
        orderTypes = Set.copyOf(orderTypes);
        allowedStp = Set.copyOf(allowedStp);
    }

    /** The same with other self-trade prevention modes. */
    public Abilities withStp(StpMode usual, Set<StpMode> allowed) {
        return new Abilities(
                orderTypes,
                iceberg,
                oco,
                oto,
                opo,
                quoteOrderQuantity,
                trailingStop,
                cancelReplace,
                amend,
                pegged,
                usual,
                allowed);
    }

    boolean allows(ListKind kind) {
        return switch (kind) {
            case OCO -> oco;
            case OTO -> oto;
            case OTOCO -> oto && oco;
            case OPO -> oto && opo;
            case OPOCO -> oto && opo && oco;
        };
    }
}
