package pro.cryptotrader.simulator.matching;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pro.cryptotrader.simulator.matching.Desk.amount;
import static pro.cryptotrader.simulator.matching.Desk.limit;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.simulator.matching.Movement.Place;

/** The check after every command is itself checked: each of these bugs is planted on purpose. */
class ConservationTest {
    private final Balances balances = new Balances();
    private final Engine engine =
            new Engine(
                    List.of(Desk.BTC),
                    Rules.of(Commission.flat(Desk.FEE)),
                    new VenueState(List.of(Desk.BTC), balances, Ranks::new));

    @Test
    void moneyFromNowhereHaltsTheNextCommand() {
        open();
        balances.add(Place.free("ann"), "USDT", 1);

        assertThatThrownBy(this::enter)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the books do not balance: all USDT sums to 0.00000001 instead of 0");
    }

    @Test
    void moneyThatVanishedHaltsTheNextCommand() {
        open();
        balances.add(Place.free("#outside"), "USDT", -1);

        assertThatThrownBy(this::enter).hasMessageContaining("sums to -0.00000001");
    }

    @Test
    void anOrderThatHoldsMoreThanWasLockedHaltsTheCommand() {
        open();
        enter();
        var order = engine.state().order(1).orElseThrow();
        var lie =
                new Fact.OrderChanged(
                        9,
                        9,
                        Fact.Execution.NEW,
                        order.holding(amount("100")),
                        null,
                        null,
                        List.of());

        engine.restore(lie);

        assertThatThrownBy(() -> engine.settle("ann", AccountSettings.USUAL, 10))
                .hasMessage(
                        "the books do not balance: ann has 99.00000000 USDT locked, but its orders hold 100.00000000");
    }

    @Test
    void moneyThatIsLockedForNoOrderHaltsTheCommand() {
        open();
        balances.move(new Movement("USDT", 5, Place.free("ann"), Place.locked("ann")));

        assertThatThrownBy(this::enter).hasMessageContaining("but its orders hold 99.00000000");
    }

    @Test
    void nobodyButTheOutsideWorldCanOwe() {
        open();

        assertThatThrownBy(() ->
                        balances.move(
                                new Movement("BTC", 1, Place.free("ann"), Place.free("#outside"))))
                .hasMessageContaining("FREE of BTC in ann would be -0.00000001");
    }

    private void open() {
        engine.open("ann", Map.of("USDT", amount("1000")), 1);
        engine.trade(Desk.SYMBOL, amount("100"), amount("1"), false, 1);
    }

    private void enter() {
        engine.enter("ann", limit("a", Side.BUY, "1", "99").terms(), 2);
    }
}
