package pro.cryptotrader.executor.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.executor.ExecutorProcess;
import pro.cryptotrader.executor.ExecutorTables;
import pro.cryptotrader.executor.Simulator;

/**
 * A running executor with a bug in it, and who sees it. The bugs are planted around it: a trigger
 * makes its outbox lie or its memory fail, somebody sends its order a second time.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedBugIT {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Duration BARE_BOUND = Duration.ofSeconds(5);
    private static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final Map<String, String> LIES =
            Map.of(
                    "forget-accepted-order",
                    "if new.payload like '%order.accepted.v1%' and %s then return null; end if;",
                    "drop-fill",
                    "if new.payload like '%\"fill.v1\"%' and new.payload like '%EXIT%' and %s then return null; end if;",
                    "double-publish-fill",
                    "if new.payload like '%\"fill.v1\"%' and new.payload like '%EXIT%' and %s and pg_trigger_depth() = 1 then"
                            + " insert into outbox (topic, key, payload) values (new.topic, new.key,"
                            + " regexp_replace(new.payload, '\"id\":\"[^\"]*\"', '\"id\":\"' || gen_random_uuid() || '\"')); end if;",
                    "end-without-evidence",
                    "if new.payload like '%order.closed.v1%' and new.payload like '%EXIT%' and %s then"
                            + " new.payload := regexp_replace(new.payload, '\"executed\":\"[^\"]*\"', '\"executed\":\"0\"'); end if;",
                    "never-say-the-end",
                    "if new.payload like '%order.closed.v1%' and new.payload like '%EXIT%' and %s then return null; end if;");

    private final Simulator venue;
    private final ExecutorProcess executor;
    private final Trader teller;

    PlantedBugIT() throws IOException {
        venue = new Simulator();
        executor = new ExecutorProcess(venue, Map.of());
        executor.isListening();
        teller = new Trader("healthy", venue, new Random(1));
        teller.scene().tellPrices();
    }

    @AfterEach
    void heal() throws SQLException {
        ExecutorTables.run("drop trigger if exists lie on outbox");
        ExecutorTables.run("drop trigger if exists forget on trades");
    }

    @AfterAll
    void close() throws SQLException {
        executor.close();
        teller.close();
        venue.close();
        ExecutorTables.forget();
    }

    @Test
    void withoutABugNobodyFindsAnything() {
        begin(teller);
        buyAndLeave(teller);
        await().atMost(SOON).untilAsserted(() -> assertThat(teller.audit().findings()).isEmpty());
        assertThat(teller.bare()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "forget-accepted-order, every accepted order is known, ''",
        "drop-fill, fills are the venue's, funds are the venue's",
        "double-publish-fill, fills are the venue's, funds are the venue's",
        "end-without-evidence, every end has its evidence, ''",
        "never-say-the-end, every order ends once or rests, ''"
    })
    void aLieIsFoundByItsCheckAndNoOther(String bug, String check, String alsoBy) throws Exception {
        try (var trader = new Trader(bug, venue, new Random(1))) {
            begin(trader);
            var mine = "new.payload like '%\"account\":\"" + bug + "\"%'";
            ExecutorTables.run(
                    "create or replace function lie() returns trigger language plpgsql as $$ begin "
                            + LIES.getOrDefault(bug, "").replace("%s", mine)
                            + " return new; end $$");
            ExecutorTables.run(
                    "create or replace trigger lie before insert on outbox for each row execute function lie()");

            buyAndLeave(trader);

            var expected = new TreeSet<>(Set.of(check));
            if (!alsoBy.isEmpty()) {
                expected.add(alsoBy);
            }
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(whoFinds(trader)).isEqualTo(expected));
        }
    }

    /** The entry is sent again under its own name when it is over: the venue takes it. */
    @Test
    void resendAfterTimeout() {
        try (var trader = new Trader("resend-after-timeout", venue, new Random(1))) {
            begin(trader);
            var entry = buyAndLeave(trader);

            var answer =
                    venue.byHand(
                            "POST",
                            "/api/v3/order",
                            trader.account(),
                            "symbol=BTCUSDT&side=BUY&type=MARKET&quoteOrderQty=100&newClientOrderId="
                                    + entry.clientOrderId());

            assertThat(answer.has("orderId")).as("%s", answer).isTrue();
            assertThat(whoFinds(trader)).contains("at most one order per verdict");
        }
    }

    /** It forgets a position whose protection a person cancels: nobody protects it again. */
    @Test
    void noProtection() throws Exception {
        try (var trader = new Trader("no-protection", venue, new Random(1))) {
            begin(trader);
            trader.scene().buy(BTC, 1, 500, 3);
            await().atMost(SOON).until(() -> trader.phase(executor, BTC).equals("PROTECTED"));
            ExecutorTables.run(
                    "create or replace function forget() returns trigger language plpgsql as $$ begin"
                            + " if new.account = 'no-protection' then"
                            + " new.state := jsonb_set(new.state, '{plan,over}', 'true'); end if;"
                            + " return new; end $$");
            ExecutorTables.run(
                    "create or replace trigger forget before update on trades for each row execute function forget()");

            trader.cancelProtection(BTC);

            await().atMost(SOON)
                    .until(() ->
                            trader.bare().stream()
                                    .anyMatch(span -> span.length().compareTo(BARE_BOUND) > 0));
            assertThat(whoFinds(trader)).as("the books balance all the same").isEmpty();
        }
    }

    private void begin(Trader trader) {
        trader.scene().open(1);
        assertThat(executor.isReconciled(trader.account())).isTrue();
    }

    private OrderId buyAndLeave(Trader trader) {
        var entry = trader.scene().buy(BTC, 1, 500, 3);
        await().atMost(SOON).until(() -> trader.phase(executor, BTC).equals("PROTECTED"));
        trader.scene().exit(BTC);
        await().atMost(SOON).until(() -> trader.phase(executor, BTC).equals("IDLE"));
        return entry;
    }

    private static Set<String> whoFinds(Trader trader) {
        var found = new TreeSet<String>();
        trader.audit()
                .byCheck()
                .forEach((check, findings) -> {
                    if (!findings.isEmpty()) {
                        found.add(check);
                    }
                });
        return found;
    }
}
