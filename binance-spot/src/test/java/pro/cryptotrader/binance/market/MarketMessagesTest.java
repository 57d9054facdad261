package pro.cryptotrader.binance.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.value.Price;

class MarketMessagesTest {
    @Test
    void readsATrade() {
        assertThat(
                        MarketMessages.read(
                                """
                                {"stream":"btcusdt@trade","data":{"e":"trade","E":1723161255001,"s":"BTCUSDT","t":3741,
                                "p":"61800.01000000","q":"0.00100000","T":1723161255000,"m":true,"M":true}}
                                """))
                .contains(
                        new MarketMessage.Trade(
                                "BTCUSDT",
                                Price.of("61800.01"),
                                3741,
                                Instant.ofEpochMilli(1723161255000L)));
    }

    @Test
    void readsBestPrices() {
        assertThat(
                        MarketMessages.read(
                                """
                                {"stream":"btcusdt@bookTicker","data":{"u":1,"s":"BTCUSDT","b":"61800.00","B":"1","a":"61800.01","A":"2"}}
                                """))
                .contains(
                        new MarketMessage.BestPrices(
                                "BTCUSDT", Price.of("61800"), Price.of("61800.01")));
    }

    @Test
    void readsACandleOnlyWhenItIsClosed() {
        var closed =
                """
                {"stream":"btcusdt@kline_1m","data":{"e":"kline","E":1723161300001,"s":"BTCUSDT","k":{"t":1723161240000,
                "T":1723161299999,"s":"BTCUSDT","i":"1m","f":1,"L":9,"o":"1","c":"2","h":"3","l":"0.5","v":"10","n":9,
                "x":true,"q":"15","V":"5","Q":"7","B":"0"}}}
                """;

        assertThat(MarketMessages.read(closed))
                .contains(
                        new MarketMessage.ClosedMinute(
                                "BTCUSDT",
                                Instant.ofEpochMilli(1723161240000L),
                                Price.of("1"),
                                Price.of("3"),
                                Price.of("0.5"),
                                Price.of("2"),
                                new BigDecimal("10"),
                                new BigDecimal("15"),
                                9));
        assertThat(MarketMessages.read(closed.replace("\"x\":true", "\"x\":false"))).isEmpty();
    }

    @Test
    void ignoresAnswersToSubscriptions() {
        assertThat(MarketMessages.read("{\"result\":null,\"id\":1}")).isEmpty();
    }

    @Test
    void refusesWhatIsNotJsonOrHasNoPrice() {
        assertThatThrownBy(() -> MarketMessages.read("<html>"))
                .isInstanceOf(UnexpectedAnswer.class);
        assertThatThrownBy(() ->
                        MarketMessages.read("{\"stream\":\"x@trade\",\"data\":{\"p\":\"abc\"}}"))
                .isInstanceOf(UnexpectedAnswer.class)
                .hasMessageContaining("'abc'");
    }
}
