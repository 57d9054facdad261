package pro.cryptotrader.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;

/** Each filter at its edge, for the entry and for the legs that will protect it. */
class OrderFiltersTest {
    private static final String SYMBOL =
            """
            {"filters":[
             {"filterType":"PRICE_FILTER","minPrice":"10","maxPrice":"1000","tickSize":"0.01"},
             {"filterType":"MARKET_LOT_SIZE","minQty":"0.5","maxQty":"50","stepSize":"0"},
             {"filterType":"NOTIONAL","minNotional":"5","maxNotional":"3000"},
             {"filterType":"PERCENT_PRICE_BY_SIDE","bidMultiplierUp":"1.5","bidMultiplierDown":"0.5",
              "askMultiplierUp":"2","askMultiplierDown":"0.5","avgPriceMins":5},
             {"filterType":"MAX_NUM_ORDERS","maxNumOrders":10},
             {"filterType":"MAX_NUM_ALGO_ORDERS","maxNumAlgoOrders":5},
             {"filterType":"MAX_POSITION","maxPosition":"20"}]}
            """;

    @Test
    void anOrdinaryEntryPasses() {
        assertThat(objection("1", "100", "90", "120", 0, 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // quantity, limit, stop, target, open orders, open stops: the filter that objects
        "1, 100, 9.99, 120, 0, 0, PRICE_FILTER",
        "1, 100, 10, 120, 0, 0, ",
        "1, 100, 90, 1000.01, 0, 0, PRICE_FILTER",
        "15, 100, 90, 200, 0, 0, ",
        "15.1, 100, 90, 200, 0, 0, NOTIONAL",
        "0.5, 100, 90, 120, 0, 0, ",
        "0.4, 100, 90, 120, 0, 0, MARKET_LOT_SIZE",
        "1, 150, 90, 160, 0, 0, ",
        "1, 150.01, 90, 160, 0, 0, PERCENT_PRICE",
        "1, 100, 90, 200.01, 0, 0, PERCENT_PRICE",
        "1, 100, 90, 120, 7, 0, ",
        "1, 100, 90, 120, 8, 0, MAX_NUM_ORDERS",
        "1, 100, 90, 120, 5, 4, ",
        "1, 100, 90, 120, 5, 5, MAX_NUM_ALGO_ORDERS",
        "18, 100, 90, 120, 0, 0, ",
        "18.1, 100, 90, 120, 0, 0, MAX_POSITION",
    })
    void objectsOnlyBeyondTheEdge(
            String quantity,
            String limit,
            String stop,
            String target,
            int orders,
            int stops,
            String filter) {
        var objection = objection(quantity, limit, stop, target, orders, stops);
        if (filter == null) {
            assertThat(objection).isEmpty();
        } else {
            assertThat(objection).contains("filter " + filter + ":");
        }
    }

    @Test
    void whatTheVenueDoesNotLimitIsNotLimited() throws JsonProcessingException {
        var none = OrderFilters.of(new ObjectMapper().readTree("{\"filters\":[]}"));

        assertThat(
                        none.objection(
                                Quantity.of("1000000"),
                                Price.of("1"),
                                new Protection(Price.of("0.5"), Price.of("1000")),
                                new OrderFilters.Circumstances(
                                        Price.of("1"), BigDecimal.ZERO, 1000, 1000)))
                .isEmpty();
    }

    private static String objection(
            String quantity, String limit, String stop, String target, int orders, int stops) {
        try {
            return OrderFilters.of(new ObjectMapper().readTree(SYMBOL))
                    .objection(
                            Quantity.of(quantity),
                            Price.of(limit),
                            new Protection(Price.of(stop), Price.of(target)),
                            new OrderFilters.Circumstances(
                                    Price.of("100"), new BigDecimal("2"), orders, stops))
                    .orElse("");
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
