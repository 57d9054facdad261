package pro.cryptotrader.notification.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pro.cryptotrader.contracts.config.NotificationChannel;
import pro.cryptotrader.contracts.config.NotificationConfig;
import pro.cryptotrader.contracts.config.NotificationType;

/** Lets the account's bot write to the account's chat. */
@ApplicationScoped
class TelegramCourier implements Courier {
    /** Characters of a message after its markup is read, https://core.telegram.org/bots/api. */
    static final int TEXT_LIMIT = 4096;

    private static final Pattern TOKEN = Pattern.compile("[0-9]{1,20}:[A-Za-z0-9_-]{1,100}");
    private static final Duration UNKNOWN_PAUSE = Duration.ofSeconds(30);
    private static final int TOO_MANY_REQUESTS = 429;

    private final HttpPost http;
    private final Secrets secrets;
    private final String url;
    private final ObjectMapper json = new ObjectMapper();

    TelegramCourier(
            HttpPost http,
            Secrets secrets,
            @ConfigProperty(name = "notify.telegram.url") String url) {
        this.http = http;
        this.secrets = secrets;
        this.url = url;
    }

    @Override
    public NotificationChannel channel() {
        return NotificationChannel.TELEGRAM;
    }

    @Override
    public Outcome deliver(Notice notice, NotificationConfig config) {
        var sealed = config.telegramBotToken();
        var chat = config.telegramChatId();
        if (sealed == null || chat == null) {
            return new Outcome.Refused("no Telegram bot token and chat are configured");
        }
        try {
            var token = secrets.open(sealed).strip();
            if (!TOKEN.matcher(token).matches()) {
                return new Outcome.Refused("the Telegram bot token is not of the form 123456:ABC…");
            }
            return outcome(
                    http.send(
                            URI.create("%s/bot%s/sendMessage".formatted(url, token)),
                            message(notice, chat)));
        } catch (IllegalArgumentException e) {
            return new Outcome.Refused(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Outcome.Failed("Telegram: " + e.getMessage());
        }
    }

    private Outcome outcome(HttpResponse<String> answer) {
        if (answer.statusCode() == TOO_MANY_REQUESTS) {
            return new Outcome.Postponed("Telegram asks to wait", pause(answer));
        }
        var failure = Outcome.ofStatus("Telegram", answer.statusCode());
        return failure == null ? new Outcome.Delivered() : failure;
    }

    private Duration pause(HttpResponse<String> answer) {
        var seconds = body(answer).path("parameters").path("retry_after");
        return seconds.isNumber()
                ? Duration.ofSeconds(seconds.asLong())
                : RetryAfter.of(answer).orElse(UNKNOWN_PAUSE);
    }

    private JsonNode body(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            return json.createObjectNode();
        }
    }

    String message(Notice notice, String chat) {
        var mark = notice.type() == NotificationType.EMERGENCY_STOP ? "🛑 " : "";
        var room = TEXT_LIMIT - notice.title().length() - notice.account().value().length() - 20;
        var text =
                "%s<b>%s</b>\n%s\n<i>Account %s</i>"
                        .formatted(
                                mark,
                                Markup.html(notice.title()),
                                Markup.html(
                                        notice.text().length() <= room
                                                ? notice.text()
                                                : notice.text().substring(0, room - 1) + "…"),
                                notice.account());
        var message =
                json.createObjectNode()
                        .put("chat_id", chat)
                        .put("text", text)
                        .put("parse_mode", "HTML");
        message.putObject("link_preview_options").put("is_disabled", true);
        return message.toString();
    }
}
