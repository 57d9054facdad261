package pro.cryptotrader.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Symbol;

/** The documents' samples against our records. */
class MessagesContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aTradeTellsItsExecution() {
        var event =
                (UserEvent.ExecutionReport)
                        UserEvent.of(
                                json(
                                        """
                                        {"e":"executionReport","E":1499405658658,"s":"ETHBTC","c":"mUvoqJxFIILMdfAW5iGSOW",
                                         "S":"BUY","o":"LIMIT","f":"GTC","q":"1.00000000","p":"0.10264410","P":"0.00000000",
                                         "F":"0.00000000","g":-1,"C":"","x":"TRADE","X":"PARTIALLY_FILLED","r":"NONE",
                                         "i":4293153,"l":"0.40000000","z":"0.60000000","L":"0.10264400","n":"0.00040000",
                                         "N":"ETH","T":1499405658657,"t":77,"I":8641984,"w":true,"m":false,"M":false,
                                         "O":1499405658657,"Z":"0.06158640","Y":"0.04105760","Q":"0.00000000","V":"NONE"}
                                        """));

        assertThat(event.order().clientOrderId()).isEqualTo("mUvoqJxFIILMdfAW5iGSOW");
        assertThat(event.order().executed()).isEqualByComparingTo("0.6");
        assertThat(event.order().fills())
                .containsExactly(
                        new VenueTrade(
                                "ETHBTC",
                                77,
                                4293153,
                                new BigDecimal("0.10264400"),
                                new BigDecimal("0.40000000"),
                                new BigDecimal("0.00040000"),
                                "ETH",
                                true,
                                false,
                                Instant.ofEpochMilli(1499405658657L)));
    }

    @Test
    void aCancelIsAboutTheOrderThatItCanceled() {
        var event =
                (UserEvent.ExecutionReport)
                        UserEvent.of(
                                json(
                                        """
                                        {"e":"executionReport","E":1,"s":"ETHBTC","c":"cancel-1","C":"order-1","S":"SELL",
                                         "o":"LIMIT_MAKER","q":"1","g":3,"x":"CANCELED","X":"CANCELED","r":"NONE","i":5,
                                         "l":"0","z":"0","L":"0","n":"0","N":null,"T":2,"t":-1,"I":9,"m":false,"Z":"0"}
                                        """));

        assertThat(event.order().clientOrderId()).isEqualTo("order-1");
        assertThat(event.order().fills()).isEmpty();
    }

    @Test
    void anExpiryTellsItsReason() {
        var event =
                (UserEvent.ExecutionReport)
                        UserEvent.of(
                                json(
                                        """
                                        {"e":"executionReport","E":1,"s":"ETHBTC","c":"o","C":"","S":"BUY","o":"LIMIT",
                                         "q":"1","g":3,"x":"EXPIRED","X":"EXPIRED","r":"NONE","i":5,"l":"0","z":"0","L":"0",
                                         "n":"0","N":null,"T":2,"t":-1,"I":9,"m":false,"Z":"0",
                                         "eR":"UNFILLED_FOK_ORDER_EXPIRED"}
                                        """));

        assertThat(event.expiryReason()).isEqualTo("UNFILLED_FOK_ORDER_EXPIRED");
    }

    @Test
    void readsBalancesTransfersAndLists() {
        assertThat(
                        UserEvent.of(
                                json(
                                        """
                                        {"e":"outboundAccountPosition","E":1564034571105,"u":1564034571073,
                                         "B":[{"a":"ETH","f":"10000.000000","l":"1.000000"}]}
                                        """)))
                .isEqualTo(
                        new UserEvent.AccountPosition(
                                java.util.List.of(
                                        new UserEvent.AssetBalance(
                                                "ETH",
                                                new BigDecimal("10000.000000"),
                                                new BigDecimal("1.000000"))),
                                Instant.ofEpochMilli(1564034571073L)));
        assertThat(
                        UserEvent.of(
                                json(
                                        """
                                        {"e":"balanceUpdate","E":1573200697110,"a":"BTC","d":"-100.00000000","T":1573200697068}
                                        """)))
                .isEqualTo(
                        new UserEvent.BalanceUpdate(
                                "BTC",
                                new BigDecimal("-100.00000000"),
                                Instant.ofEpochMilli(1573200697068L)));
        var list =
                (UserEvent.ListStatus)
                        UserEvent.of(
                                json(
                                        """
                                        {"e":"listStatus","E":1564035303637,"s":"ETHBTC","g":2,"c":"OCO","l":"EXEC_STARTED",
                                         "L":"EXECUTING","r":"NONE","C":"F4QN4G8DlFATFlIUQ0cjdD","T":1564035303625,
                                         "O":[{"s":"ETHBTC","i":17,"c":"a"},{"s":"ETHBTC","i":18,"c":"b"}]}
                                        """));
        assertThat(list.clientOrderIds()).containsExactly("a", "b");
    }

    @Test
    void aStreamThatEndsSaysSoAndAnUnknownEventIsNoError() {
        assertThat(UserEvent.of(json("{\"e\":\"eventStreamTerminated\",\"E\":1}")))
                .isEqualTo(new UserEvent.StreamEnding("eventStreamTerminated"));
        assertThat(UserEvent.of(json("{\"e\":\"somethingNew\"}")))
                .isEqualTo(new UserEvent.Other("somethingNew"));
    }

    @Test
    void aMissingFieldIsNamedAndNeverZero() {
        assertThatThrownBy(
                        () -> UserEvent.of(json("{\"e\":\"balanceUpdate\",\"a\":\"BTC\",\"T\":1}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'d'");
    }

    @Test
    void aCanceledListNamesTheOriginalOrders() {
        var orders =
                VenueOrder.ofList(
                        json(
                                """
                                {"orderListId":0,"contingencyType":"OCO","listStatusType":"ALL_DONE","orderReports":[
                                  {"symbol":"LTCBTC","origClientOrderId":"pO9ufTiFGg3nw2fOdgeOXa","orderId":2,
                                   "orderListId":0,"clientOrderId":"unfWT8ig8i0uj6lPuYLez6","transactTime":1688005070874,
                                   "price":"1.00000000","origQty":"10.00000000","executedQty":"0.00000000",
                                   "cummulativeQuoteQty":"0.00000000","status":"CANCELED","type":"STOP_LOSS_LIMIT",
                                   "side":"SELL"}]}
                                """));

        assertThat(orders)
                .extracting(VenueOrder::clientOrderId)
                .containsExactly("pO9ufTiFGg3nw2fOdgeOXa");
    }

    @Test
    void readsTheRulesOfASymbol() {
        var rules =
                SymbolRules.of(
                                json(
                                        """
                                        {"symbols":[{"symbol":"BTCUSDT","status":"TRADING","baseAsset":"BTC","quoteAsset":"USDT",
                                          "isSpotTradingAllowed":true,"ocoAllowed":true,"otoAllowed":true,"opoAllowed":false,
                                          "filters":[
                                           {"filterType":"PRICE_FILTER","minPrice":"0.01","maxPrice":"1000000","tickSize":"0.01000000"},
                                           {"filterType":"LOT_SIZE","minQty":"0.00001000","maxQty":"9000","stepSize":"0.00001000"},
                                           {"filterType":"MARKET_LOT_SIZE","minQty":"0","maxQty":"71.5","stepSize":"0"},
                                           {"filterType":"NOTIONAL","minNotional":"5.00000000","applyMinToMarket":true}]}]}
                                        """))
                        .getFirst();

        assertThat(rules.instrument().symbol()).isEqualTo(Symbol.of("BTC/USDT"));
        assertThat(rules.instrument().minNotional()).isEqualTo(Money.of("5"));
        assertThat(rules.instrument().maxQuantity())
                .as("no more than one market order can sell")
                .isEqualTo(Quantity.of("71.5"));
        assertThat(rules.oto()).isTrue();
        assertThat(rules.opo()).isFalse();
    }

    @Test
    void readsAnAccount() {
        var account =
                AccountSnapshot.of(
                        json(
                                """
                                {"makerCommission":15,"takerCommission":15,
                                 "commissionRates":{"maker":"0.00150000","taker":"0.00150000","buyer":"0.00010000","seller":"0"},
                                 "canTrade":true,"balances":[
                                   {"asset":"BTC","free":"4723846.89208129","locked":"1.00000000"},
                                   {"asset":"LTC","free":"0.00000000","locked":"0.00000000"}]}
                                """));

        assertThat(account.balances()).containsOnlyKeys(new Asset("BTC"));
        assertThat(account.total(new Asset("BTC"))).isEqualByComparingTo("4723847.89208129");
        assertThat(account.takerCommission()).isEqualByComparingTo("0.0016");
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
