package pro.cryptotrader.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.cryptotrader.simulator.fault.Effect.OnRequest;
import pro.cryptotrader.simulator.fault.Scope.Target;

class FaultsTest {
    private static final Target ORDER = request("ann", "POST /api/v3/order", "BTCUSDT");

    private long now = 1_000_000;
    private final Faults faults = new Faults(() -> Instant.ofEpochMilli(now));

    @Test
    void strikesOnceUnlessToldOtherwise() {
        var fault = order("{'kind':'DROP_REPLY'}");

        assertThat(strikes(3)).containsExactly(true, false, false);
        assertThat(fault.state()).isEqualTo(Fault.State.SPENT);
    }

    @Test
    void skipsAndCounts() {
        order("{'kind':'DROP_REPLY','skip':2,'count':2}");

        assertThat(strikes(6)).containsExactly(false, false, true, true, false, false);
    }

    @Test
    void strikesAllTheTimeItLasts() {
        var fault = order("{'kind':'RATE_LIMIT','durationMillis':1000}");

        assertThat(strikes(2)).containsExactly(true, true);
        now += 999;
        assertThat(strikes(1)).containsExactly(true);
        now += 1;
        assertThat(strikes(1)).containsExactly(false);
        assertThat(fault.state()).isEqualTo(Fault.State.EXPIRED);
    }

    @Test
    void theSameSeedThrowsTheSameDice() {
        order("{'kind':'DROP_REPLY','probability':0.5,'seed':7}");
        var first = strikes(40);
        faults.clear();
        order("{'kind':'DROP_REPLY','probability':0.5,'seed':7}");

        assertThat(strikes(40)).isEqualTo(first).contains(true, false);
    }

    @ParameterizedTest
    @CsvSource({
        "account, ann, true",
        "account, bob, false",
        "symbol, BTCUSDT, true",
        "symbol, ETHUSDT, false",
        "endpoint, POST /api/v3/order, true",
        "endpoint, GET /api/v3/order, false",
        "endpoint, /api/v3/order, true",
        "endpoint, POST /api/v3/ord*, true",
        "endpoint, /api/v3/orderList/*, false",
    })
    void isForWhatItsScopeSays(String name, String value, boolean strikes) {
        order("{'kind':'DROP_REQUEST','%s':'%s'}".formatted(name, value));

        assertThat(strikes(1)).containsExactly(strikes);
    }

    @Test
    void aRemovedFaultStrikesNoMoreAndIsStillShown() {
        var ended = new ArrayList<Long>();
        faults.onEnd(fault -> ended.add(fault.id()));
        var fault = order("{'kind':'BAN','count':5}");
        faults.remove(fault);
        faults.clear();

        assertThat(strikes(1)).containsExactly(false);
        assertThat(faults.find(fault.id())).contains(fault);
        assertThat(ended).containsExactly(fault.id());
    }

    @Test
    void clocksAddUpAndHaltsAreForTheirSymbol() {
        order("{'kind':'CLOCK_SKEW','offsetMillis':-1500}");
        order("{'kind':'CLOCK_SKEW','offsetMillis':500,'durationMillis':10}");
        order("{'kind':'HALT_SYMBOL','symbol':'BTCUSDT'}");

        assertThat(faults.clockOffset()).isEqualTo(-1000);
        now += 10;
        assertThat(faults.clockOffset()).isEqualTo(-1500);
        assertThat(faults.halted("BTCUSDT")).isTrue();
        assertThat(faults.halted("ETHUSDT")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | kind is missing, but must be one of [DROP_REQUEST,",
                "{'kind':'FIRE'} | kind is 'FIRE', but must be one of",
                "{'kind':'SLOW','delayMillis':0} | delayMillis is 0, but must be a number of 1 to 600000",
                "{'kind':'SLOW','count':'x'} | count is \"x\", but must be a number of 1 to 1000000",
                "{'kind':'SERVER_ERROR','status':404} | status is 404, but must be a number of 500 to 599",
                "{'kind':'TIMEOUT','executed':'maybe'} | executed is 'maybe', but must be true or false",
                "{'kind':'DROP_REPLY','probability':0} | probability is 0, but must be above 0 to 1",
                "{'kind':'DROP_REPLY','probability':1.5} | probability is 1.5, but must be a number",
                "{'kind':'DROP_REPLY','endpoint':'order'} | endpoint is 'order', but must match",
                "{'kind':'DROP_REPLY','delayMillis':5} | DROP_REPLY has no 'delayMillis'; it knows [",
                "{'kind':'HALT_SYMBOL'} | symbol is missing, but HALT_SYMBOL needs one",
                "{'kind':'CLOCK_SKEW'} | offsetMillis is missing or 0",
                "{'kind':'PRICE_SHOCK','symbol':'BTCUSDT','percent':-95} | percent is -95, but must be",
                "{'kind':'CUT_SOCKETS','sockets':'SOME'} | sockets is 'SOME', but must be MARKET, API or ALL",
            })
    void whatMakesNoSenseIsRefusedWithTheReason(String json, String reason) {
        assertThatThrownBy(() -> order(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void isShownAsItWasOrdered() {
        var fault =
                order(
                        "{'kind':'SERVER_ERROR','status':502,'code':0,'message':'x','account':'ann',"
                                + "'count':3,'seed':1}");

        assertThat(FaultReport.of(fault).toString().replace('"', '\''))
                .isEqualTo(
                        "{'id':1,'kind':'SERVER_ERROR','executed':true,'status':502,'code':0,"
                                + "'message':'x','account':'ann','skip':0,'count':3,'durationMillis':0,"
                                + "'probability':1.0,'seed':1,'state':'ACTIVE','strikes':0,"
                                + "'began':1000000}");
    }

    private Fault order(String json) {
        try {
            var order = FaultReader.read(new ObjectMapper().readTree(json.replace('\'', '"')));
            return faults.add(order.effect(), order.scope(), order.limit());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private List<Boolean> strikes(int cases) {
        var struck = new ArrayList<Boolean>();
        for (var i = 0; i < cases; i++) {
            struck.add(faults.strike(OnRequest.class, ORDER).isPresent());
        }
        return struck;
    }

    private static Target request(String account, String call, String symbol) {
        return Target.request(Optional.of(account), call, Optional.of(symbol));
    }
}
