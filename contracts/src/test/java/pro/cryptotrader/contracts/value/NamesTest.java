package pro.cryptotrader.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    @Test
    void deterministicIdsAreUuidsOfVersion5() {
        var id = DeterministicId.of(DNS, "www.example.com");

        assertThat(id).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void anIdDependsOnItsCauseAndOnItsName() {
        assertThat(DeterministicId.of(DNS, "a"))
                .isEqualTo(DeterministicId.of(DNS, "a"))
                .isNotEqualTo(DeterministicId.of(DNS, "b"))
                .isNotEqualTo(DeterministicId.root("a"));
    }

    /** The formula of RFC 9562 once more, with what the platform gives anybody. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 47, 48, 55, 63, 64, 239, 240, 241, 1_000})
    void anIdIsTheSameHoweverLongItsNameIs(int length) throws NoSuchAlgorithmException {
        for (var letter : List.of("x", "ä", "語")) {
            var name = letter.repeat(length);
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(
                    ByteBuffer.allocate(16)
                            .putLong(DNS.getMostSignificantBits())
                            .putLong(DNS.getLeastSignificantBits())
                            .array());
            var hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));

            assertThat(DeterministicId.of(DNS, name))
                    .isEqualTo(
                            new UUID(
                                    (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L,
                                    (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL)
                                            | 0x8000_0000_0000_0000L));
        }
    }

    @Test
    void aClientOrderIdFitsTheVenueAndEachLegHasItsOwn() {
        var order = OrderId.from(DNS, "entry");

        assertThat(order.clientOrderId()).matches("^[a-zA-Z0-9-_]{1,36}$");
        assertThat(order.leg("stop-loss"))
                .isEqualTo(order.leg("stop-loss"))
                .isNotEqualTo(order.leg("take-profit"))
                .isNotEqualTo(order);
        assertThat(OrderId.of(order.toString())).isEqualTo(order);
    }

    @Test
    void aSymbolIsWrittenWithASlashAndTheVenueLeavesItOut() {
        var symbol = Symbol.of("BTC/USDT");

        assertThat(symbol).hasToString("BTC/USDT");
        assertThat(symbol.venueName()).isEqualTo("BTCUSDT");
        assertThat(symbol).isLessThan(Symbol.of("ETH/BTC")).isGreaterThan(Symbol.of("BTC/EUR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "BTCUSDT", "/USDT", "BTC/", "BTC/USDT/X", "btc/usdt", "B C/D"})
    void anythingElseIsNoSymbol(String text) {
        assertThatThrownBy(() -> Symbol.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "0", "a-1", "abcdefghijklmnopqrstuvwxyz0123456789-abc"})
    void anAccountIdIsShortAndPlain(String text) {
        assertThat(new AccountId(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-a",
                "Main",
                "a|b",
                "a b",
                "abcdefghijklmnopqrstuvwxyz0123456789-abcde"
            })
    void anythingElseIsNoAccountId(String text) {
        assertThatThrownBy(() -> new AccountId(text))
                .hasMessage(
                        "an account id is 1 to 40 lower-case letters, digits or dashes, not '%s'",
                        text);
    }
}
