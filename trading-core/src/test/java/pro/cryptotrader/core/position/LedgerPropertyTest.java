package pro.cryptotrader.core.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import pro.cryptotrader.contracts.event.FillEvent;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.FillEvent.FundsChanged;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * Random histories of an account, each judged by a recomputation that shares no code with the
 * ledger.
 */
class LedgerPropertyTest {
    private static final List<Symbol> SYMBOLS =
            List.of(Symbol.of("BNB/USDT"), Symbol.of("BTC/USDT"), Symbol.of("ETH/USDT"));
    private static final Map<Symbol, Instrument> INSTRUMENTS =
            SYMBOLS.stream().collect(Collectors.toMap(Function.identity(), Tape::instrument));
    private static final int STEPS = 60;

    private final PositionDesk desk = new PositionDesk();

    @Property(tries = 300)
    void balancesAreTheSumOfFillsLessCommissions(@ForAll @LongRange(min = 0) long seed) {
        var history = new History(seed);
        var expected = new HashMap<Asset, BigDecimal>();
        history.fills.forEach(event -> add(expected, event));

        assertThat(balances(history.ledger)).isEqualTo(balancesOf(expected));
    }

    @Property(tries = 300)
    void equityIsCashPlusEverythingAtItsMark(@ForAll @LongRange(min = 0) long seed) {
        var history = new History(seed);
        var expected = history.ledger.cash();
        for (var holding : history.ledger.holdings()) {
            var mark = history.bids.get(new Symbol(holding.asset(), Tape.USDT));
            if (mark != null) {
                expected = expected.add(holding.balance().multiply(mark.value()));
            }
        }

        assertThat(history.ledger.equity()).isEqualByComparingTo(expected);
    }

    @Property(tries = 300)
    void everythingEarnedIsRealisedOrUnrealisedToTheLastDigit(
            @ForAll @LongRange(min = 0) long seed) {
        var ledger = new History(seed).ledger;

        assertThat(ledger.contributed().add(ledger.realised()).add(ledger.unrealised()))
                .isEqualByComparingTo(ledger.equity());
    }

    @Property(tries = 300)
    void theStartOfTheDayMovesWithDepositsAndNotWithProfit(@ForAll @LongRange(min = 0) long seed) {
        var history = new History(seed);

        assertThat(history.ledger.periods().dayStart())
                .isEqualByComparingTo(history.ledger.contributed());
    }

    @Property(tries = 200)
    void fillsOfDifferentSymbolsMayArriveInAnyOrder(@ForAll @LongRange(min = 0) long seed) {
        var history = new History(seed);
        var shuffled = interleaved(history.fills, new Random(seed + 1));
        var ledger = AccountLedger.empty(Tape.MAIN, Tape.USDT);
        for (var fill : shuffled) {
            ledger = desk.decide(ledger, fill, new MarketView(INSTRUMENTS, history.bids)).state();
        }

        assertThat(balances(ledger)).isEqualTo(balances(history.ledger));
    }

    /** A random merge that keeps funds first and each symbol's own order. */
    private static List<FillEvent> interleaved(List<FillEvent> events, Random random) {
        var merged = new ArrayList<FillEvent>();
        var queues = new TreeMap<Symbol, List<FillEvent>>();
        for (var event : events) {
            if (event instanceof Fill fill) {
                queues.computeIfAbsent(fill.symbol(), symbol -> new ArrayList<>()).add(event);
            } else {
                merged.add(event);
            }
        }
        while (!queues.isEmpty()) {
            var symbols = new ArrayList<>(queues.keySet());
            var symbol = symbols.get(random.nextInt(symbols.size()));
            var queue = Objects.requireNonNull(queues.get(symbol));
            merged.add(queue.removeFirst());
            if (queue.isEmpty()) {
                queues.remove(symbol);
            }
        }
        return merged;
    }

    private static void add(Map<Asset, BigDecimal> balances, FillEvent event) {
        switch (event) {
            case FundsChanged funds ->
                    balances.merge(funds.asset(), funds.delta(), BigDecimal::add);
            case Fill fill -> {
                var sign = fill.side() == Side.BUY ? BigDecimal.ONE : BigDecimal.ONE.negate();
                var quantity = fill.quantity().value().multiply(sign);
                balances.merge(fill.symbol().base(), quantity, BigDecimal::add);
                balances.merge(
                        fill.symbol().quote(),
                        quantity.multiply(fill.price().value()).negate(),
                        BigDecimal::add);
                balances.merge(fill.commissionAsset(), fill.commission().negate(), BigDecimal::add);
            }
        }
    }

    private static Map<Asset, BigDecimal> balances(AccountLedger ledger) {
        var balances = new HashMap<Asset, BigDecimal>();
        balances.put(ledger.quote(), ledger.cash());
        ledger.holdings().forEach(holding -> balances.put(holding.asset(), holding.balance()));
        return balancesOf(balances);
    }

    private static Map<Asset, BigDecimal> balancesOf(Map<Asset, BigDecimal> raw) {
        var plain = new TreeMap<Asset, BigDecimal>();
        raw.forEach((asset, amount) -> {
            if (amount.signum() != 0) {
                plain.put(asset, amount.stripTrailingZeros());
            }
        });
        return plain;
    }

    /** One market day of an account with plenty of cash and BNB: buys, sells, ticks, deposits. */
    private final class History {
        private final Random random;
        private final List<FillEvent> fills = new ArrayList<>();
        private final Map<Symbol, Price> bids = new HashMap<>();
        private AccountLedger ledger = AccountLedger.empty(Tape.MAIN, Tape.USDT);
        private Instant at = Instant.parse("2026-03-04T00:00:00Z");

        private History(long seed) {
            random = new Random(seed);
            apply(Tape.funds(Tape.USDT, "10000000", FundsChanged.Cause.OPENING, at));
            apply(Tape.funds(Tape.BNB, "100", FundsChanged.Cause.OPENING, at));
            for (int step = 0; step < STEPS; step++) {
                at = at.plusSeconds(random.nextInt(1, 1000));
                step(SYMBOLS.get(random.nextInt(SYMBOLS.size())));
            }
        }

        private void step(Symbol symbol) {
            switch (random.nextInt(6)) {
                case 0, 1 -> trade(symbol, Side.BUY, decimal(1, 200_000, 5));
                case 2, 3 -> sellSome(symbol);
                case 4 -> {
                    bids.put(symbol, new Price(decimal(100, 6_000_000, 2)));
                    ledger = ledger.marked(symbol, bids.get(symbol), at);
                }
                default -> deposit(symbol.base());
            }
        }

        private void sellSome(Symbol symbol) {
            var holding = ledger.holding(symbol.base());
            var position = holding == null ? null : holding.openPosition();
            if (position == null) {
                return;
            }
            var part =
                    random.nextBoolean()
                            ? position.quantity()
                            : position.quantity()
                                    .multiply(decimal(1, 99, 2))
                                    .setScale(8, RoundingMode.DOWN);
            if (part.signum() > 0) {
                trade(symbol, Side.SELL, part);
            }
        }

        private void trade(Symbol symbol, Side side, BigDecimal quantity) {
            var price = decimal(100, 6_000_000, 2);
            // Until the venue has told a bid the ledger takes the trade's own price.
            bids.putIfAbsent(symbol, new Price(price));
            var received = side == Side.BUY ? symbol.base() : symbol.quote();
            boolean inBnb = random.nextInt(3) == 0 && !symbol.base().equals(Tape.BNB);
            var fee = inBnb ? decimal(1, 1000, 8) : quantity.movePointLeft(3);
            apply(
                    Tape.fill(
                            side,
                            side == Side.BUY ? OrderRole.ENTRY : OrderRole.EXIT,
                            symbol,
                            quantity.toPlainString(),
                            price.toPlainString(),
                            fee.toPlainString(),
                            inBnb ? Tape.BNB : received,
                            at));
        }

        private void deposit(Asset asset) {
            apply(
                    Tape.funds(
                            asset,
                            decimal(1, 1000, 4).toPlainString(),
                            FundsChanged.Cause.DEPOSIT,
                            at));
        }

        private void apply(FillEvent event) {
            fills.add(event);
            ledger = desk.decide(ledger, event, new MarketView(INSTRUMENTS, bids)).state();
        }

        private BigDecimal decimal(int from, int to, int scale) {
            return BigDecimal.valueOf(random.nextInt(from, to), scale);
        }
    }
}
