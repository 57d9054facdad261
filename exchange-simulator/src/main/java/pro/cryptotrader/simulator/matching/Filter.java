package pro.cryptotrader.simulator.matching;

/**
 * Binance's filters, named as in {@code exchangeInfo}. They are looked at in the order in which a
 * symbol lists them. Amounts and multipliers in 1e-8.
 */
public sealed interface Filter {
    /** Binance's {@code filterType}. */
    String name();

    /** Whether an order as such may pass. */
    default boolean admits(OrderTerms order, Average average) {
        return true;
    }

    /** Whether an account may have as much as that. */
    default boolean admits(Load load) {
        return true;
    }

    /** The price that stands in where an order has none. */
    interface Average {
        /** Volume-weighted over that many minutes; the last price for 0. */
        long over(int minutes);
    }

    /**
     * What would be open at once if the orders were admitted.
     *
     * @param position base held plus open purchases, for purchases only, otherwise 0
     */
    record Load(Count onSymbol, Count onExchange, long position) {}

    /** Open orders; an algo order or an iceberg counts as an order too. */
    record Count(int orders, int algos, int icebergs, int lists) {
        static final Count NONE = new Count(0, 0, 0, 0);

        Count plus(Count more) {
            return new Count(
                    orders + more.orders,
                    algos + more.algos,
                    icebergs + more.icebergs,
                    lists + more.lists);
        }

        Count minus(Count less) {
            return new Count(
                    orders - less.orders,
                    algos - less.algos,
                    icebergs - less.icebergs,
                    lists - less.lists);
        }

        static Count of(OrderTerms order) {
            return new Count(1, order.type().conditional() ? 1 : 0, order.iceberg() ? 1 : 0, 0);
        }
    }

    /** Limits of {@code price} and {@code stopPrice}; 0 disables a part. */
    record PriceFilter(long min, long max, long tick) implements Filter {
        @Override
        public String name() {
            return "PRICE_FILTER";
        }

        @Override
        public boolean admits(OrderTerms order, Average average) {
            return (!order.limited() || fits(order.price()))
                    && (order.stopPrice() == 0 || fits(order.stopPrice()));
        }

        private boolean fits(long price) {
            return (min == 0 || price >= min)
                    && (max == 0 || price <= max)
                    && (tick == 0 || price % tick == 0);
        }
    }

    /** Limits of {@code quantity} and {@code icebergQty}. */
    record LotSize(long min, long max, long step) implements Filter {
        @Override
        public String name() {
            return "LOT_SIZE";
        }

        @Override
        public boolean admits(OrderTerms order, Average average) {
            var sized = order.quoteQuantity() > 0 && order.quantity() == 0;
            return (sized || fits(order.quantity()))
                    && (!order.iceberg() || fits(order.icebergQuantity()));
        }

        private boolean fits(long quantity) {
            return inLots(quantity, min, max, step);
        }
    }

    /** Limits of the quantity of market orders, in addition to {@link LotSize}. */
    record MarketLotSize(long min, long max, long step) implements Filter {
        @Override
        public String name() {
            return "MARKET_LOT_SIZE";
        }

        @Override
        public boolean admits(OrderTerms order, Average average) {
            return order.type() != OrderType.MARKET
                    || order.quantity() == 0
                    || inLots(order.quantity(), min, max, step);
        }
    }

    private static boolean inLots(long quantity, long min, long max, long step) {
        return quantity >= min && quantity <= max && (step == 0 || quantity % step == 0);
    }

    /** Smallest and largest notional. */
    record Notional(long min, boolean minToMarket, long max, boolean maxToMarket, int minutes)
            implements Filter {
        @Override
        public String name() {
            return "NOTIONAL";
        }

        @Override
        public boolean admits(OrderTerms order, Average average) {
            var market = order.type() == OrderType.MARKET;
            var notional = notional(order, average, minutes);
            return (notional >= min || (market && !minToMarket))
                    && (notional <= max || (market && !maxToMarket));
        }
    }

    /** Smallest notional; older symbols have it instead of {@link Notional}. */
    record MinNotional(long min, boolean toMarket, int minutes) implements Filter {
        @Override
        public String name() {
            return "MIN_NOTIONAL";
        }

        @Override
        public boolean admits(OrderTerms order, Average average) {
            return (order.type() == OrderType.MARKET && !toMarket)
                    || notional(order, average, minutes) >= min;
        }
    }

    private static long notional(OrderTerms order, Average average, int minutes) {
        if (order.quoteQuantity() > 0) {
            return order.quoteQuantity();
        }
        var price =
                order.type() == OrderType.MARKET
                        ? average.over(minutes)
                        : order.worstPrice(average.over(0));
        return Amounts.multiply(price, order.quantity());
    }

    /** How far a price may be from the average. */
    record PercentPrice(long up, long down, int minutes) implements Filter {
        @Override
        public String name() {
            return "PERCENT_PRICE";
        }

        @Override
        public boolean admits(OrderTerms order, Average average) {
            return !order.limited() || near(order.price(), average.over(minutes), up, down);
        }
    }

    /** How far a price may be from the average, by side. */
    record PercentPriceBySide(long bidUp, long bidDown, long askUp, long askDown, int minutes)
            implements Filter {
        @Override
        public String name() {
            return "PERCENT_PRICE_BY_SIDE";
        }

        @Override
        public boolean admits(OrderTerms order, Average average) {
            var buys = order.side() == Side.BUY;
            return !order.limited()
                    || near(
                            order.price(),
                            average.over(minutes),
                            buys ? bidUp : askUp,
                            buys ? bidDown : askDown);
        }
    }

    private static boolean near(long price, long average, long up, long down) {
        return Amounts.compareProducts(price, Amounts.ONE, average, up) <= 0
                && Amounts.compareProducts(price, Amounts.ONE, average, down) >= 0;
    }

    /** Into how many parts an iceberg may fall. */
    record IcebergParts(int limit) implements Filter {
        @Override
        public String name() {
            return "ICEBERG_PARTS";
        }

        @Override
        public boolean admits(OrderTerms order, Average average) {
            return !order.iceberg()
                    || Math.ceilDiv(order.quantity(), order.icebergQuantity()) <= limit;
        }
    }

    /** Limits of a trailing stop's delta, in hundredths of a percent. */
    record TrailingDelta(int minAbove, int maxAbove, int minBelow, int maxBelow) implements Filter {
        @Override
        public String name() {
            return "TRAILING_DELTA";
        }

        @Override
        public boolean admits(OrderTerms order, Average average) {
            var delta = order.trailingDelta();
            return !order.trailing()
                    || (order.stopsAbove()
                            ? delta >= minAbove && delta <= maxAbove
                            : delta >= minBelow && delta <= maxBelow);
        }
    }

    /** Most base an account may hold and be buying. */
    record MaxPosition(long limit) implements Filter {
        @Override
        public String name() {
            return "MAX_POSITION";
        }

        @Override
        public boolean admits(Load load) {
            return load.position() <= limit;
        }
    }

    /** Most amendments of one order. */
    record MaxNumOrderAmends(int limit) implements Filter {
        @Override
        public String name() {
            return "MAX_NUM_ORDER_AMENDS";
        }
    }

    /** What is counted. */
    enum Kind {
        ORDERS("MAX_NUM_ORDERS"),
        ALGO_ORDERS("MAX_NUM_ALGO_ORDERS"),
        ICEBERG_ORDERS("MAX_NUM_ICEBERG_ORDERS"),
        ORDER_LISTS("MAX_NUM_ORDER_LISTS");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        int of(Count count) {
            return switch (this) {
                case ORDERS -> count.orders();
                case ALGO_ORDERS -> count.algos();
                case ICEBERG_ORDERS -> count.icebergs();
                case ORDER_LISTS -> count.lists();
            };
        }
    }

    /** Most of a kind that an account may have open on a symbol. */
    record MaxNum(Kind kind, int limit) implements Filter {
        @Override
        public String name() {
            return kind.text;
        }

        @Override
        public boolean admits(Load load) {
            return kind.of(load.onSymbol()) <= limit;
        }
    }

    /** Most of a kind that an account may have open on all symbols. */
    record ExchangeMaxNum(Kind kind, int limit) implements Filter {
        @Override
        public String name() {
            return "EXCHANGE_" + kind.text;
        }

        @Override
        public boolean admits(Load load) {
            return kind.of(load.onExchange()) <= limit;
        }
    }
}
