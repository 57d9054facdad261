package pro.cryptotrader.notification.outbound;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pro.cryptotrader.contracts.config.NotificationConfig;
import pro.cryptotrader.contracts.config.NotificationType;
import pro.cryptotrader.contracts.config.SecretBox;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.notification.outbound.Courier.Outcome;

/** Discord and Telegram as stand-ins that answer as the real ones document it. */
class CouriersTest {
    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String TOKEN = "123456:ABC-def_1";
    private static final String HOOK = "/api/webhooks/1/secret";
    private static final WireMockServer VENUE =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    static {
        VENUE.start();
    }

    private final SecretBox box = new SecretBox(KEY);
    private final Secrets secrets = new Secrets(Optional.of(KEY));
    private final DiscordCourier discord =
            new DiscordCourier(new HttpPost(), secrets, List.of(VENUE.baseUrl()));
    private final TelegramCourier telegram =
            new TelegramCourier(new HttpPost(), secrets, VENUE.baseUrl());

    @BeforeEach
    void forget() {
        VENUE.resetAll();
    }

    @AfterAll
    static void stop() {
        VENUE.stop();
    }

    @Test
    void discordGetsAnEmbed() {
        answer(HOOK, aResponse().withStatus(204));

        assertThat(discord.deliver(notice("Stop-loss executed", "-0.61 USDT"), config(HOOK)))
                .isEqualTo(new Outcome.Delivered());
        VENUE.verify(
                postRequestedFor(urlEqualTo(HOOK))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withRequestBody(
                                matchingJsonPath(
                                        "$.embeds[0].title", equalTo("Stop-loss executed")))
                        .withRequestBody(
                                matchingJsonPath("$.embeds[0].description", equalTo("-0.61 USDT")))
                        .withRequestBody(
                                matchingJsonPath(
                                        "$.embeds[0].timestamp", equalTo("2026-03-04T12:00:00Z"))));
    }

    @Test
    void whatIsTooLongForDiscordIsCutAndItsMarkupIsHarmless() throws JsonProcessingException {
        var embed =
                new ObjectMapper()
                        .readTree(discord.embed(notice("*".repeat(300), "x".repeat(5000))))
                        .at("/embeds/0");

        assertThat(embed.path("title").asText()).hasSize(256).startsWith("\\*\\*").endsWith("…");
        assertThat(embed.path("description").asText()).hasSize(4096).endsWith("…");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"message\":\"limited\",\"retry_after\":1.337,\"global\":false} | 9 | PT1.337S",
                "<html>                                                           | 9 | PT9S"
            })
    void discordsWishToWaitIsObeyed(String body, String header, Duration pause) {
        answer(HOOK, aResponse().withStatus(429).withHeader("Retry-After", header).withBody(body));

        assertThat(discord.deliver(notice("a", "b"), config(HOOK)))
                .isEqualTo(new Outcome.Postponed("Discord asks to wait", pause));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/api/webhooks/1/secret",
                "https://discord.com.evil.example/api/webhooks/1/secret",
                "https://discord.com@evil.example/api/webhooks/1/secret",
                "https://user@discord.com/api/webhooks/1/secret",
                "http://discord.com/api/webhooks/1/secret",
                "https://discord.com:8443/api/webhooks/1/secret",
                "https://discord.com/api/users/@me",
                "https://discord.com/api/webhooks/../users/@me",
                "no address at all"
            })
    void onlyDiscordsOwnWebhooksAreCalled(String address) {
        var real = new DiscordCourier(new HttpPost(), secrets, List.of("https://discord.com"));

        assertThat(real.deliver(notice("a", "b"), sealed(address)))
                .isEqualTo(
                        new Outcome.Refused(
                                "the Discord webhook is not an address below /api/webhooks/ of one of [https://discord.com]"));
    }

    @Test
    void aRedirectionIsNotFollowed() {
        answer(HOOK, aResponse().withStatus(302).withHeader("Location", VENUE.baseUrl() + "/in"));

        assertThat(discord.deliver(notice("a", "b"), config(HOOK)))
                .isEqualTo(new Outcome.Refused("Discord answered 302"));
        VENUE.verify(0, postRequestedFor(urlEqualTo("/in")));
    }

    @ParameterizedTest
    @CsvSource({"404, false", "401, false", "400, false", "500, true", "503, true", "408, true"})
    void whatMayPassIsTriedAgain(int status, boolean again) {
        answer(HOOK, aResponse().withStatus(status));

        assertThat(discord.deliver(notice("a", "b"), config(HOOK)) instanceof Outcome.Failed)
                .isEqualTo(again);
    }

    @Test
    void telegramGetsAMessageWhoseMarkupIsOurs() {
        var path = "/bot%s/sendMessage".formatted(TOKEN);
        answer(path, aResponse().withBody("{\"ok\":true}"));

        assertThat(telegram.deliver(notice("<b>", "1 < 2 & 3"), config(HOOK)))
                .isEqualTo(new Outcome.Delivered());
        VENUE.verify(
                postRequestedFor(urlEqualTo(path))
                        .withRequestBody(matchingJsonPath("$.chat_id", equalTo("42")))
                        .withRequestBody(matchingJsonPath("$.parse_mode", equalTo("HTML")))
                        .withRequestBody(
                                matchingJsonPath(
                                        "$.text",
                                        equalTo(
                                                "<b>&lt;b&gt;</b>\n1 &lt; 2 &amp; 3\n<i>Account main</i>"))));
    }

    @Test
    void whatIsTooLongForTelegramIsCut() throws JsonProcessingException {
        var text =
                new ObjectMapper()
                        .readTree(telegram.message(notice("title", "x".repeat(5000)), "42"))
                        .path("text")
                        .asText();

        assertThat(text.replaceAll("<[^>]*>", "")).hasSizeLessThanOrEqualTo(4096).contains("x…");
    }

    @Test
    void telegramsWishToWaitIsObeyed() {
        answer(
                "/bot%s/sendMessage".formatted(TOKEN),
                aResponse()
                        .withStatus(429)
                        .withBody(
                                "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":14}}"));

        assertThat(telegram.deliver(notice("a", "b"), config(HOOK)))
                .isEqualTo(new Outcome.Postponed("Telegram asks to wait", Duration.ofSeconds(14)));
    }

    @Test
    void anUnansweredRequestNamesNoAddress() {
        var dead =
                new TelegramCourier(new HttpPost(), secrets, "http://127.0.0.1:1")
                        .deliver(notice("a", "b"), config(HOOK));

        assertThat(dead).isEqualTo(new Outcome.Failed("Telegram: no answer: ConnectException"));
    }

    @Test
    void aSecretSealedUnderAnotherKeyIsRefusedInWords() {
        var other = new Secrets(Optional.of("AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
        var without = new Secrets(Optional.empty());

        assertThat(telegramWith(other))
                .isEqualTo(
                        new Outcome.Refused(
                                "this secret was sealed under another key or has been altered"));
        assertThat(telegramWith(without))
                .isEqualTo(
                        new Outcome.Refused(
                                "MASTER_KEY is not set, so that sealed secrets cannot be opened"));
    }

    @Test
    void aChannelThatIsNotConfiguredSaysSo() {
        var nothing = new NotificationConfig(true, Map.of(), null, null, null, null);

        assertThat(discord.deliver(notice("a", "b"), nothing))
                .isEqualTo(new Outcome.Refused("no Discord webhook is configured"));
        assertThat(telegram.deliver(notice("a", "b"), nothing))
                .isEqualTo(new Outcome.Refused("no Telegram bot token and chat are configured"));
    }

    private Outcome telegramWith(Secrets other) {
        return new TelegramCourier(new HttpPost(), other, VENUE.baseUrl())
                .deliver(notice("a", "b"), config(HOOK));
    }

    private static void answer(String path, ResponseDefinitionBuilder response) {
        VENUE.stubFor(post(urlEqualTo(path)).willReturn(response));
    }

    private NotificationConfig config(String hook) {
        return sealed(VENUE.baseUrl() + hook);
    }

    private NotificationConfig sealed(String webhook) {
        return new NotificationConfig(
                true, Map.of(), null, box.seal(webhook), box.seal(TOKEN), "42");
    }

    private static Notice notice(String title, String text) {
        return new Notice(
                new UUID(0, 1),
                new AccountId("main"),
                NotificationType.STOP_LOSS_EXECUTED,
                title,
                text,
                Instant.parse("2026-03-04T12:00:00Z"),
                new UUID(0, 2),
                new UUID(0, 3));
    }
}
