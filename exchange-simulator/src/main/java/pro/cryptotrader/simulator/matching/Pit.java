package pro.cryptotrader.simulator.matching;

/** Where one symbol is traded: its rules and its book. */
record Pit(Instrument instrument, Book book) {
    /**
     * A market order by quote amount becomes one by quantity, as near to the amount as the lots
     * allow.
     */
    OrderTerms sized(OrderTerms terms) {
        if (terms.quoteQuantity() == 0) {
            return terms;
        }
        var quantity = 0L;
        var money = terms.quoteQuantity();
        if (terms.side() == Side.BUY) {
            for (var slice : book.plan(Side.BUY, 0, Long.MAX_VALUE, money)) {
                quantity = Math.addExact(quantity, slice.quantity());
            }
        } else {
            for (var level : book.levels(Side.SELL, Integer.MAX_VALUE)) {
                var wanted =
                        Amounts.floorTo(Amounts.divide(money, level.price()), instrument.step());
                var slice = Math.min(wanted, level.quantity());
                quantity = Math.addExact(quantity, slice);
                money -= Amounts.multiply(level.price(), slice);
                if (slice < level.quantity()) {
                    break;
                }
            }
        }
        if (quantity < instrument.minQuantity()) {
            throw Refusal.filter("LOT_SIZE");
        }
        return terms.withQuantity(quantity);
    }
}
