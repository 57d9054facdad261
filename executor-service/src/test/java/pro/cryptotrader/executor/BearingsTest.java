package pro.cryptotrader.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;

class BearingsTest {
    private static final AccountId MAIN = new AccountId("main");
    private static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final Duration SOON = Duration.ofSeconds(10);

    private final LatestMarket market = new LatestMarket();
    private final LiveAccounts accounts = new LiveAccounts();
    private final InstantSource wall = InstantSource.system();
    private final Bearings bearings = new Bearings(market, accounts, wall);

    @Test
    void aVerdictThatComesFirstWaitsForThePriceAndTheEngine() throws Exception {
        accounts.put(engineIn(2));
        var judged = CompletableFuture.runAsync(() -> bearings.await(verdict(3), wall.instant()));
        market.onTick(new Tick(BTC, Price.of("1"), Price.of("1"), Price.of("2"), 1, Instant.EPOCH));
        assertThat(judged).isNotDone();

        accounts.put(engineIn(3));

        judged.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    /** The verdicts of all other accounts stand behind it. */
    @Test
    void anAccountThatIsNotKnownHoldsNobodyUp() throws Exception {
        CompletableFuture.runAsync(() -> bearings.await(verdict(3), wall.instant()))
                .get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void aSilentMarketHoldsNobodyUpOnceTheStartIsOver() throws Exception {
        accounts.put(engineIn(2));
        var begun = wall.instant().minus(Bearings.BOUND);

        CompletableFuture.runAsync(() -> bearings.await(verdict(3), begun))
                .get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    private static LiveAccount engineIn(long epoch) {
        return new LiveAccount(MAIN, new EngineView(EngineState.RUNNING, epoch, null, null));
    }

    private static RiskVerdict.Approved verdict(long epoch) {
        var id = UUID.randomUUID();
        return new RiskVerdict.Approved(
                MAIN,
                id,
                OrderId.from(id, "order"),
                BTC,
                Side.SELL,
                new Quantity(BigDecimal.ONE),
                Price.of("1"),
                null,
                null,
                Instant.MAX,
                epoch,
                1,
                List.of());
    }
}
