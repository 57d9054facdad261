package pro.cryptotrader.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.ListKind;
import pro.cryptotrader.simulator.matching.OrderTerms;
import pro.cryptotrader.simulator.matching.Peg;
import pro.cryptotrader.simulator.matching.Refusal;
import pro.cryptotrader.simulator.matching.StpMode;

/** Parameters as Binance names them, and what is said about those that are missing or too many. */
class OrderRequestsTest {
    @Test
    void everyParameterOfASingleOrderIsRead() {
        var terms =
                single(
                        "type=TAKE_PROFIT_LIMIT timeInForce=GTC quantity=2 price=99 stopPrice=98"
                                + " trailingDelta=150 icebergQty=0.5 newClientOrderId=mine"
                                + " strategyId=7 strategyType=1000001"
                                + " selfTradePreventionMode=DECREMENT");

        assertThat(terms.trailingDelta()).isEqualTo(150);
        assertThat(terms.icebergQuantity()).isEqualTo(Amounts.parse("0.5"));
        assertThat(terms.strategy()).isEqualTo(new OrderTerms.Strategy(7L, 1_000_001));
        assertThat(terms.stpMode()).isEqualTo(StpMode.DECREMENT);
        assertThat(terms.clientOrderId()).isEqualTo("mine");
    }

    @Test
    void theSymbolsOwnPreventionModeIsTheDefault() {
        assertThat(single("type=MARKET quantity=1").stpMode()).isEqualTo(StpMode.EXPIRE_BOTH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type=LIMIT quantity=1 price=1 | -1102 | Mandatory parameter 'timeInForce' was not sent, was empty/null, or malformed.",
                "type=LIMIT timeInForce=GTC quantity=1 | -1102 | Mandatory parameter 'price' was not sent, was empty/null, or malformed.",
                "type=LIMIT timeInForce=GTC price=1 | -1102 | Mandatory parameter 'quantity' was not sent, was empty/null, or malformed.",
                "type=MARKET | -1102 | Param 'quantity' or 'quoteOrderQty' must be sent, but both were empty/null!",
                "type=MARKET quantity=1 price=1 | -1106 | Parameter 'price' sent when not required.",
                "type=MARKET quantity=1 quoteOrderQty=1 | -1106 | Parameter 'quoteOrderQty' sent when not required.",
                "type=MARKET quantity=1 icebergQty=1 | -1106 | Parameter 'icebergQty' sent when not required.",
                "type=LIMIT_MAKER quantity=1 price=1 timeInForce=GTC | -1106 | Parameter 'timeInForce' sent when not required.",
                "type=LIMIT timeInForce=GTC quantity=1 price=1 stopPrice=1 | -1106 | Parameter 'stopPrice' sent when not required.",
                "type=LIMIT timeInForce=GTC quantity=1 price=1 trailingDelta=1 | -1106 | Parameter 'trailingDelta' sent when not required.",
                "type=STOP_LOSS quantity=1 | -1102 | Param 'stopPrice' or 'trailingDelta' must be sent, but both were empty/null!",
                "type=STOP_LOSS quantity=1 stopPrice=1 price=2 | -1106 | Parameter 'price' sent when not required.",
                "type=STOP_LOSS quantity=1 trailingDelta=10000 | -1013 | Filter failure: TRAILING_DELTA",
                "type=LIMIT timeInForce=DAY quantity=1 price=1 | -1115 | Invalid timeInForce.",
                "type=TWAP quantity=1 | -1116 | Invalid orderType.",
                "type=MARKET quantity=1 strategyType=999999 | -1134 | strategyType was less than 1000000.",
                "type=MARKET quantity=1 selfTradePreventionMode=X | -1130 | Data sent for parameter 'selfTradePreventionMode' is not valid.",
                "type=LIMIT timeInForce=GTC quantity=1 pegPriceType=BEST | -1210 | Invalid pegPriceType.",
                "type=LIMIT timeInForce=GTC quantity=1 pegPriceType=MARKET_PEG pegOffsetType=X pegOffsetValue=1 | -1211 | Invalid pegOffsetType.",
                "type=LIMIT timeInForce=GTC quantity=1 pegPriceType=MARKET_PEG pegOffsetValue=1 | -1102 | Mandatory parameter 'pegOffsetType' was not sent, was empty/null, or malformed.",
                "type=LIMIT timeInForce=GTC quantity=1 pegPriceType=MARKET_PEG pegOffsetType=PRICE_LEVEL | -1102 | Mandatory parameter 'pegOffsetValue' was not sent, was empty/null, or malformed.",
                "type=LIMIT timeInForce=GTC quantity=1 pegPriceType=MARKET_PEG pegOffsetType=PRICE_LEVEL pegOffsetValue=101 | -1130 | Data sent for parameter 'pegOffsetValue' is not valid.",
                "type=LIMIT timeInForce=GTC quantity=1 price=1 pegOffsetType=PRICE_LEVEL | -1106 | Parameter 'pegOffsetType' sent when not required.",
                "type=MARKET quantity=1 newClientOrderId=a.b | -1100 | Illegal characters found in parameter 'newClientOrderId'; legal range is '^[a-zA-Z0-9-_]{1,36}$'.",
            })
    void whatIsWrongIsSaidInBinancesWords(String parameters, int code, String text) {
        assertThatThrownBy(() -> single(parameters))
                .isInstanceOf(Refusal.class)
                .hasMessage(text)
                .extracting(refusal -> ((Refusal) refusal).code())
                .isEqualTo(code);
    }

    @Test
    void aPeggedOrderNeedsNoPriceAndMayHaveOne() {
        var free =
                single(
                        "type=LIMIT timeInForce=GTC quantity=1 pegPriceType=PRIMARY_PEG"
                                + " pegOffsetType=PRICE_LEVEL pegOffsetValue=3");
        var bound = single("type=LIMIT_MAKER quantity=1 price=7 pegPriceType=PRIMARY_PEG");

        assertThat(free.peg()).isEqualTo(new Peg(Peg.Kind.PRIMARY_PEG, Optional.of(3), 0, false));
        assertThat(bound.statedPrice()).isEqualTo(7 * Amounts.ONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type=STOP_LOSS quantity=1 stopPrice=1 | -1116 | Invalid orderType.",
                "type=MARKET quoteOrderQty=1 quantity=1 | -1106 | Parameter 'quoteOrderQty' sent when not required.",
                "type=LIMIT timeInForce=GTC quantity=1 pegPriceType=MARKET_PEG | -1106 | Parameter 'pegPriceType' sent when not required.",
            })
    void whatCannotBeRoutedIsRefused(String parameters, int code, String text) {
        assertThatThrownBy(() -> requests("side=BUY " + parameters).routed())
                .isInstanceOf(Refusal.class)
                .hasMessage(text)
                .extracting(refusal -> ((Refusal) refusal).code())
                .isEqualTo(code);
    }

    @Test
    void anOpocosPendingOrdersHaveNoQuantity() {
        var common =
                "workingType=LIMIT workingSide=BUY workingTimeInForce=IOC workingQuantity=1"
                        + " workingPrice=9 pendingSide=SELL pendingAboveType=LIMIT_MAKER"
                        + " pendingAbovePrice=10 pendingBelowType=STOP_LOSS"
                        + " pendingBelowTrailingDelta=100";

        var orders = list(ListKind.OPOCO, common);

        assertThat(orders).hasSize(3);
        assertThat(orders.get(1).quantity()).isZero();
        assertThat(orders.get(2).trailingDelta()).isEqualTo(100);
        assertThatThrownBy(() -> list(ListKind.OPOCO, common + " pendingQuantity=1"))
                .hasMessage("Parameter 'pendingQuantity' sent when not required.");
    }

    @Test
    void anOcoNamesItsLegsByWhereTheyLie() {
        var orders =
                list(
                        ListKind.OCO,
                        "side=SELL quantity=3 aboveType=LIMIT_MAKER abovePrice=11"
                                + " aboveClientOrderId=up belowType=STOP_LOSS_LIMIT belowPrice=8"
                                + " belowStopPrice=9 belowTimeInForce=GTC belowIcebergQty=1");

        assertThat(orders.getFirst().clientOrderId()).isEqualTo("up");
        assertThat(orders.getLast().icebergQuantity()).isEqualTo(Amounts.ONE);
        assertThat(orders)
                .allSatisfy(order -> assertThat(order.quantity()).isEqualTo(3 * Amounts.ONE));
    }

    private static OrderTerms single(String parameters) {
        return requests("side=BUY " + parameters).single();
    }

    private static List<OrderTerms> list(ListKind kind, String parameters) {
        return requests(parameters).list(kind);
    }

    private static OrderRequests requests(String parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("symbol", "BTCUSDT");
        Stream.of(parameters.split(" ")).forEach(pair -> values.put(name(pair), value(pair)));
        return new OrderRequests(new Params(values), StpMode.EXPIRE_BOTH);
    }

    private static String name(String pair) {
        return pair.substring(0, pair.indexOf('='));
    }

    private static String value(String pair) {
        return pair.substring(pair.indexOf('=') + 1);
    }
}
