package pro.cryptotrader.simulator.venue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pro.cryptotrader.simulator.market.ExchangeInfo;
import pro.cryptotrader.simulator.market.Listing;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Commission;
import pro.cryptotrader.simulator.matching.Commission.Discount;
import pro.cryptotrader.simulator.matching.Commission.Rates;
import pro.cryptotrader.simulator.matching.Instrument;
import pro.cryptotrader.simulator.matching.Liquidity;
import pro.cryptotrader.simulator.matching.Rules;
import pro.cryptotrader.simulator.matching.Sor;

/** What the settings make of the venue's rules and of the symbols it lists. */
final class Rulebook {
    private static final BigDecimal MOST = BigDecimal.valueOf(1, 1);
    private static final int BPS = 4;

    private final Rules rules;
    private final List<Sor> sors;
    private final ExchangeInfo info;
    private final BookSettings book;

    Rulebook(BigDecimal commission, RuleSettings settings, BookSettings book) {
        this.book = book;
        info = settings.exchangeInfo().map(ExchangeInfo::read).orElse(ExchangeInfo.NONE);
        sors = sors(settings);
        rules =
                new Rules(
                        new Commission(
                                rates("sim.commission", commission),
                                rates("sim.rules.special-commission", settings.specialCommission()),
                                rates("sim.rules.tax-commission", settings.taxCommission()),
                                discount(settings),
                                settings.commissionRounding()),
                        Map.of(),
                        info.exchangeFilters(),
                        Map.of(),
                        settings.clientIds(),
                        List.of());
        if (book.depth().compareTo(BigDecimal.valueOf(1, 3)) < 0
                || book.depth().compareTo(BigDecimal.valueOf(1000)) > 0) {
            throw new IllegalArgumentException(
                    "sim.book.depth is %s, but must be 0.001 to 1000".formatted(book.depth()));
        }
    }

    private static Rates rates(String name, BigDecimal rate) {
        if (rate.signum() < 0 || rate.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "%s is %s, but must be a fraction of 0 to %s".formatted(name, rate, MOST));
        }
        var amount = Amounts.parse(rate.toPlainString());
        return new Rates(amount, amount, 0, 0);
    }

    private static Discount discount(RuleSettings settings) {
        return settings.bnbDiscount()
                .map(rate ->
                        new Discount(
                                true,
                                "BNB",
                                Amounts.parse(rate.toPlainString()),
                                settings.discountMultiplies()))
                .orElse(Discount.NONE);
    }

    /** What was recorded. */
    ExchangeInfo info() {
        return info;
    }

    /** The venue's rules, with such routes as lie among what it lists. */
    Rules rules(List<Instrument> listed) {
        var routes =
                sors.stream()
                        .map(sor ->
                                new Sor(
                                        sor.baseAsset(),
                                        listed.stream()
                                                .map(Instrument::symbol)
                                                .filter(sor.symbols()::contains)
                                                .toList()))
                        .filter(sor -> sor.symbols().size() > 1)
                        .toList();
        routes.forEach(sor -> requireAlike(sor, listed));
        return rules.with(routes);
    }

    private static void requireAlike(Sor sor, List<Instrument> listed) {
        var kinds =
                listed.stream()
                        .filter(each -> sor.symbols().contains(each.symbol()))
                        .map(each -> List.of(each.base(), each.tick(), each.step()))
                        .distinct()
                        .toList();
        if (kinds.size() > 1) {
            throw new IllegalArgumentException(
                    "orders cannot be routed among %s: their base assets, ticks and steps differ: %s"
                            .formatted(sor.symbols(), kinds));
        }
    }

    /** What was set goes before what was recorded. */
    private List<Sor> sors(RuleSettings settings) {
        return settings.sor()
                .map(routes ->
                        routes.stream()
                                .map(route -> List.of(route.strip().split("/", -1)))
                                .map(symbols -> new Sor(base(symbols), symbols))
                                .toList())
                .orElse(info.sors());
    }

    private static String base(List<String> symbols) {
        if (symbols.size() < 2) {
            throw new IllegalArgumentException(
                    "sim.rules.sor has %s, but a route needs symbols with slashes between, such as BTCUSDT/BTCUSDC"
                            .formatted(symbols));
        }
        return Listing.of(symbols.getFirst()).instrument().base();
    }

    /** A listing with the filters that were recorded for it and the book that was asked for. */
    Listing stated(Listing plain) {
        var usual = plain.instrument().liquidity();
        var touch =
                Amounts.multiply(
                        usual.touchNotional(), Amounts.parse(book.depth().toPlainString()));
        var liquidity =
                new Liquidity(
                        book.levels(),
                        bps(book.spreadBps()).orElse(usual.spread()),
                        bps(Optional.of(book.slippageBps())).orElseThrow(),
                        touch);
        var instrument =
                Optional.ofNullable(info.instruments().get(plain.instrument().symbol()))
                        .orElse(plain.instrument());
        return plain.with(instrument.with(liquidity));
    }

    private static Optional<Long> bps(Optional<BigDecimal> setting) {
        return setting.map(value -> Amounts.parse(value.movePointLeft(BPS).toPlainString()));
    }
}
