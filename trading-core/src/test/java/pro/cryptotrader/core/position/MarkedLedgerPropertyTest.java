package pro.cryptotrader.core.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;

/** The books under scaled integers are the books under decimals, whatever happens. */
class MarkedLedgerPropertyTest {
    private static final Symbol[] SYMBOLS = {Tape.BTC_USDT, Tape.BNB_USDT};
    private static final long[] PRICES = {30_000_00, 600_00};

    private final PositionDesk desk = new PositionDesk();

    @Property(tries = 100)
    void marksThatAreWrittenDownLateAreTheSameMarks(@ForAll long seed) {
        var random = new Random(seed);
        var written = Tape.opened("10000");
        var marked = new MarkedLedger(written);
        for (var symbol : SYMBOLS) {
            marked.watch(symbol, 2);
        }
        var bids = new HashMap<Symbol, Price>();
        var prices = PRICES.clone();
        long time = Tape.NOON.toEpochMilli();
        for (int step = 0; step < 400; step++) {
            time += 1_000L * random.nextInt(3_600);
            int lane = random.nextInt(SYMBOLS.length);
            prices[lane] += random.nextInt(401) - 200;
            var price = new Price(BigDecimal.valueOf(prices[lane], 2));
            if (random.nextInt(10) == 0) {
                var after = traded(written, lane, price, bids, time, random);
                marked.ledger();
                marked.put(after);
                written = after;
            } else {
                bids.put(SYMBOLS[lane], price);
                written = written.marked(SYMBOLS[lane], price, Instant.ofEpochMilli(time));
                marked.mark(lane, prices[lane], time);
            }
            assertThat(marked.equity())
                    .as("equity at step %d", step)
                    .isBetween(floor(written.equity()) - 2, floor(written.equity()));
            if (random.nextInt(20) == 0) {
                assertThat(marked.ledger()).as("books at step %d", step).isEqualTo(written);
            }
        }
        assertThat(marked.ledger()).isEqualTo(written);
    }

    private AccountLedger traded(
            AccountLedger ledger,
            int lane,
            Price price,
            Map<Symbol, Price> bids,
            long time,
            Random random) {
        var holding = ledger.holding(SYMBOLS[lane].base());
        var held = holding == null ? BigDecimal.ZERO : holding.balance();
        boolean sells = held.signum() > 0 && random.nextBoolean();
        var units = sells ? held : BigDecimal.valueOf(1 + random.nextInt(2_000), 5);
        var fee = sells ? BigDecimal.ZERO : units.movePointLeft(3);
        var fill =
                Tape.fill(
                        sells ? Side.SELL : Side.BUY,
                        sells ? OrderRole.EXIT : OrderRole.ENTRY,
                        SYMBOLS[lane],
                        new Quantity(units).toString(),
                        price.toString(),
                        fee.toPlainString(),
                        SYMBOLS[lane].base(),
                        Instant.ofEpochMilli(time));
        return desk.decide(ledger, fill, new MarketView(Map.of(), bids)).state();
    }

    private static long floor(BigDecimal amount) {
        return amount.setScale(MarkedLedger.DECIMALS, RoundingMode.FLOOR)
                .unscaledValue()
                .longValueExact();
    }
}
