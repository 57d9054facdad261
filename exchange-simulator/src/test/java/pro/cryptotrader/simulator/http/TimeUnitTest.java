package pro.cryptotrader.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeUnitTest {
    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'serverTime':5} | {'serverTime':5000}",
                "[{'time':5,'updateTime':6,'workingTime':-1,'orderId':7}] | [{'time':5000,'updateTime':6000,'workingTime':-1,'orderId':7}]",
                "{'subscriptionId':0,'event':{'e':'executionReport','E':1,'t':2,'T':3,'O':4,'W':5,'D':-1,'I':6,'C':''}} | {'subscriptionId':0,'event':{'e':'executionReport','E':1000,'t':2,'T':3000,'O':4000,'W':5000,'D':-1,'I':6,'C':''}}",
                "{'e':'outboundAccountPosition','E':1,'u':2} | {'e':'outboundAccountPosition','E':1000,'u':2000}",
                "{'e':'depthUpdate','E':1,'U':2,'u':3} | {'e':'depthUpdate','E':1000,'U':2,'u':3}",
                "{'u':1,'s':'X','b':'2'} | {'u':1,'s':'X','b':'2'}",
                "{'e':'kline','E':1,'k':{'t':60000,'T':119999,'n':3}} | {'e':'kline','E':1000,'k':{'t':60000000,'T':119999999,'n':3}}",
                "[[60000,'1','1','1','1','1',119999,'1',3,'1','1','0']] | [[60000000,'1','1','1','1','1',119999999,'1',3,'1','1','0']]",
                "{'a':1,'f':2,'l':3,'T':4} | {'a':1,'f':2,'l':3,'T':4000}",
            },
            quoteCharacter = '~')
    void timesAndNothingElseAreToldInMicroseconds(String milliseconds, String microseconds)
            throws JsonProcessingException {
        var told = TimeUnit.of("MICROSECOND").told(json.readTree(milliseconds.replace('\'', '"')));

        assertThat(told).hasToString(microseconds.replace('\'', '"'));
    }

    @Test
    void withoutAWishTimesAreInMilliseconds() throws JsonProcessingException {
        assertThat(TimeUnit.of(null).told(json.readTree("{\"time\":5}")))
                .hasToString("{\"time\":5}");
        assertThatThrownBy(() -> TimeUnit.of("SECOND"))
                .hasMessage(
                        "Invalid value for time unit; expected either MICROSECOND or MILLISECOND.");
    }
}
