package pro.cryptotrader.notification.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pro.cryptotrader.contracts.config.NotificationChannel;
import pro.cryptotrader.contracts.config.NotificationConfig;
import pro.cryptotrader.contracts.config.NotificationType;

/** Posts an embed to the account's webhook, within Discord's limits. */
@ApplicationScoped
class DiscordCourier implements Courier {
    /** Limits of https://discord.com/developers/docs/resources/message#embed-object. */
    static final int TITLE_LIMIT = 256;

    static final int TEXT_LIMIT = 4096;
    private static final Pattern MARKUP = Pattern.compile("([\\\\*_~`|>#\\[\\]()])");
    private static final Duration UNKNOWN_PAUSE = Duration.ofSeconds(5);
    private static final int TOO_MANY_REQUESTS = 429;

    private final HttpPost http;
    private final Secrets secrets;
    private final List<String> allowedOrigins;
    private final ObjectMapper json = new ObjectMapper();

    DiscordCourier(
            HttpPost http,
            Secrets secrets,
            @ConfigProperty(name = "notify.discord.allowed-origins") List<String> allowedOrigins) {
        this.http = http;
        this.secrets = secrets;
        this.allowedOrigins = List.copyOf(allowedOrigins);
    }

    @Override
    public NotificationChannel channel() {
        return NotificationChannel.DISCORD;
    }

    @Override
    public Outcome deliver(Notice notice, NotificationConfig config) {
        var sealed = config.discordWebhook();
        if (sealed == null) {
            return new Outcome.Refused("no Discord webhook is configured");
        }
        try {
            return outcome(http.send(webhook(secrets.open(sealed)), embed(notice)));
        } catch (IllegalArgumentException e) {
            return new Outcome.Refused(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Outcome.Failed("Discord: " + e.getMessage());
        }
    }

    /**
     * The webhook's address, if it is one of Discord's.
     *
     * @throws IllegalArgumentException for any other; the message does not repeat it
     */
    private URI webhook(String address) {
        try {
            var uri = new URI(address.strip());
            var origin =
                    "%s://%s%s"
                            .formatted(
                                    uri.getScheme(),
                                    uri.getHost(),
                                    uri.getPort() < 0 ? "" : ":" + uri.getPort());
            if (uri.getUserInfo() == null
                    && allowedOrigins.contains(origin)
                    && uri.normalize().getPath().startsWith("/api/webhooks/")) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below, without the address that the exception repeats.
        }
        throw new IllegalArgumentException(
                "the Discord webhook is not an address below /api/webhooks/ of one of "
                        + allowedOrigins);
    }

    private Outcome outcome(HttpResponse<String> answer) {
        if (answer.statusCode() == TOO_MANY_REQUESTS) {
            return new Outcome.Postponed("Discord asks to wait", pause(answer));
        }
        var failure = Outcome.ofStatus("Discord", answer.statusCode());
        return failure == null ? new Outcome.Delivered() : failure;
    }

    /** The body's {@code retry_after} in seconds, else the header's. */
    private Duration pause(HttpResponse<String> answer) {
        try {
            var seconds = json.readTree(answer.body()).path("retry_after");
            if (seconds.isNumber()) {
                return Duration.ofMillis((long) Math.ceil(seconds.asDouble() * 1000));
            }
        } catch (JsonProcessingException e) {
            // Not JSON: the header may know.
        }
        return RetryAfter.of(answer).orElse(UNKNOWN_PAUSE);
    }

    String embed(Notice notice) {
        var message = json.createObjectNode();
        var embed = message.putArray("embeds").addObject();
        embed.put("title", cut(plain(notice.title()), TITLE_LIMIT))
                .put("description", cut(plain(notice.text()), TEXT_LIMIT))
                .put("color", color(notice.type()))
                .put("timestamp", notice.at().toString());
        embed.putObject("footer").put("text", "Account " + notice.account());
        message.putObject("allowed_mentions").putArray("parse");
        return message.toString();
    }

    private static String plain(String text) {
        return MARKUP.matcher(text).replaceAll("\\\\$1");
    }

    private static String cut(String text, int limit) {
        return text.codePointCount(0, text.length()) <= limit
                ? text
                : text.substring(0, text.offsetByCodePoints(0, limit - 1)) + "…";
    }

    private static int color(NotificationType type) {
        return switch (type) {
            case TRADE_EXECUTED -> 0x3B82F6;
            case PROFIT_TARGET_REACHED -> 0x16A34A;
            case STOP_LOSS_EXECUTED -> 0xDC2626;
            case DAILY_LOSS_WARNING -> 0xF59E0B;
            case SYSTEM_ERROR, EMERGENCY_STOP -> 0x7F1D1D;
        };
    }
}
