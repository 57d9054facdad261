package pro.cryptotrader.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.cryptotrader.simulator.matching.AccountSettings;
import pro.cryptotrader.simulator.matching.Fact;
import pro.cryptotrader.simulator.matching.Fill;
import pro.cryptotrader.simulator.matching.ListKind;
import pro.cryptotrader.simulator.matching.Movement;
import pro.cryptotrader.simulator.matching.Order;
import pro.cryptotrader.simulator.matching.OrderList;
import pro.cryptotrader.simulator.matching.OrderStatus;
import pro.cryptotrader.simulator.matching.OrderTerms;
import pro.cryptotrader.simulator.matching.OrderType;
import pro.cryptotrader.simulator.matching.Peg;
import pro.cryptotrader.simulator.matching.Prevention;
import pro.cryptotrader.simulator.matching.Role;
import pro.cryptotrader.simulator.matching.Side;
import pro.cryptotrader.simulator.matching.Station;
import pro.cryptotrader.simulator.matching.StpMode;
import pro.cryptotrader.simulator.matching.SymbolStatus;
import pro.cryptotrader.simulator.matching.TimeInForce;

class LedgerFileTest {
    private static final OrderTerms TERMS =
            new OrderTerms(
                    "BTCUSDT",
                    "id",
                    Side.SELL,
                    OrderType.STOP_LOSS_LIMIT,
                    TimeInForce.IOC,
                    5,
                    6,
                    7,
                    8,
                    9,
                    10,
                    StpMode.DECREMENT,
                    new OrderTerms.Strategy(11L, 1_000_012),
                    new Peg(Peg.Kind.MARKET_PEG, Optional.of(3), 12, true),
                    true);
    private static final Order ORDER =
            new Order(
                    1,
                    "ann",
                    2,
                    Role.LEG,
                    TERMS,
                    OrderStatus.EXPIRED,
                    new Order.Progress(3, 4, 5, 6, 7, 8, true),
                    new Order.Hold(9, 10),
                    new Station(true, 11, 12, 13, 14),
                    new Order.Times(15, 16, 17),
                    new Order.Ending("OCO_TRIGGER", "cancel"));
    private static final Prevention PREVENTION =
            new Prevention("BTCUSDT", 0, 1, 2, -1, StpMode.DECREMENT, 3, 4, 4, 4, 5, "BTCUSDC");
    private static final Movement MOVEMENT =
            new Movement(
                    "BTC",
                    123_456_789_012L,
                    new Movement.Place("#outside", Movement.Bucket.FREE),
                    new Movement.Place("ann", Movement.Bucket.LOCKED));
    private static final List<Fact> FACTS =
            List.of(
                    new Fact.AccountOpened(1, "ann", List.of(MOVEMENT)),
                    new Fact.OrderChanged(
                            2,
                            3,
                            Fact.Execution.TRADE,
                            ORDER,
                            new Fill(-1, 2, 3, 4, "BTC", 5, "BNB", true, true, -1, 7),
                            null,
                            List.of(MOVEMENT, MOVEMENT)),
                    new Fact.OrderChanged(
                            2,
                            4,
                            Fact.Execution.TRADE_PREVENTION,
                            ORDER,
                            null,
                            PREVENTION,
                            List.of()),
                    new Fact.ListChanged(
                            3,
                            new OrderList(
                                    2,
                                    "ann",
                                    "BTCUSDT",
                                    ListKind.OPOCO,
                                    "list",
                                    List.of(1L, 2L, 3L),
                                    "ALL_DONE",
                                    "ALL_DONE",
                                    3)),
                    new Fact.Refused(
                            4,
                            "ann",
                            "order {}",
                            -2010,
                            "Account has insufficient balance for requested action."),
                    new Fact.OrderRejected(
                            4, "ann", TERMS, -2010, "Order would trigger immediately."),
                    new Fact.Shocked(5, "BTCUSDT", 97_000_000),
                    new Fact.AccountSet(6, "ann", new AccountSettings(true, 7)),
                    new Fact.Transferred(6, "ann", "BTC", -7, List.of(MOVEMENT)),
                    new Fact.StopTrailed(7, 1, 12_345_678),
                    new Fact.SymbolSwitched(8, "BTCUSDT", SymbolStatus.CANCEL_ONLY));

    @TempDir private Path folder;

    @Test
    void whatWasWrittenIsReadAgain() {
        write(FACTS);

        assertThat(read()).isEqualTo(FACTS);
    }

    @Test
    void aTornLastLineIsCutOffAndWritingGoesOn() throws IOException {
        write(FACTS);
        var whole = Files.readString(path());
        Files.writeString(path(), whole + "{\"time\":6,\"fact\":\"Refu");

        assertThat(read()).isEqualTo(FACTS);
        write(List.of(FACTS.getFirst()));
        assertThat(read()).hasSize(FACTS.size() + 1);
        assertThat(Files.readString(path())).startsWith(whole);
    }

    @Test
    void aCommandOfWhichTheLastFactIsMissingNeverHappened() throws IOException {
        write(FACTS.subList(0, 1));
        write(FACTS.subList(1, 4));
        var lines = Files.readAllLines(path());
        Files.write(path(), lines.subList(0, 3));

        assertThat(read()).isEqualTo(FACTS.subList(0, 1));
        assertThat(Files.readAllLines(path())).hasSize(1);
    }

    @Test
    void damageInTheMiddleIsNotPassedOver() throws IOException {
        write(FACTS.subList(0, 1));
        write(FACTS.subList(4, 6));
        var lines = new ArrayList<>(Files.readAllLines(path()));
        lines.set(1, "{\"time\":");
        Files.write(path(), lines);

        assertThatThrownBy(this::read)
                .hasStackTraceContaining("the ledger is damaged in this line");
    }

    private Path path() {
        return folder.resolve("ledger.jsonl");
    }

    private void write(List<Fact> facts) {
        try (var ledger = new LedgerFile(path(), _ -> {})) {
            ledger.append(facts);
        }
    }

    private List<Fact> read() {
        var facts = new ArrayList<Fact>();
        new LedgerFile(path(), facts::add).close();
        return facts;
    }
}
