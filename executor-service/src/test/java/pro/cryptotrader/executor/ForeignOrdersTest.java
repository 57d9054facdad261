package pro.cryptotrader.executor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.cryptotrader.contracts.event.ForeignOrderSeen.Origin;

class ForeignOrdersTest {
    @ParameterizedTest
    @CsvSource({
        "web_0f3a9c, PERSON",
        "ios_abc, PERSON",
        "android_1, PERSON",
        "4f3b38c8d0995ea59dd7593acd15b363, LIKE_OURS",
        "x-R4BD3S82e9ef29d8346440f0b28b86, PROGRAM",
        "website, PROGRAM",
        "'', PROGRAM"
    })
    void anOrdersNameTellsWhoMadeIt(String clientOrderId, Origin origin) {
        assertThat(ForeignOrders.origin(clientOrderId)).isEqualTo(origin);
    }
}
