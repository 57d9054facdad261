package pro.cryptotrader.contracts.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.EnumMap;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code notification_config.json}: which type goes where, and the addresses. A secret is brought
 * in plain text, taken away by null, and never shown: {@code ..._set} says whether there is one and
 * is ignored when read.
 */
final class NotificationFile {
    private static final String DISCORD = "discord_webhook_url";
    private static final String TELEGRAM = "telegram_bot_token";
    private static final Pattern BOT_TOKEN = Pattern.compile("[0-9]{1,20}:[A-Za-z0-9_-]{1,100}");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int MAX_URL = 500;

    private NotificationFile() {}

    static TradingConfig read(
            JsonSection file,
            TradingConfig current,
            Findings findings,
            Function<String, SealedSecret> seal) {
        var before = current.notifications();
        boolean enabled = file.flag("enabled", before.enabled());
        var routes = new EnumMap<NotificationType, Set<NotificationChannel>>(before.routes());
        var section = file.section("routes");
        for (var type : NotificationType.values()) {
            var channels = section.choices(JsonSection.name(type), NotificationChannel.class);
            if (channels != null) {
                routes.put(type, channels);
            }
        }
        section.end();
        var email = file.text("email", before.email());
        findings.email("email", email);
        var webhook = file.secret(DISCORD);
        checkWebhook(webhook, findings);
        file.flag(DISCORD + "_set", false);
        var token = file.secret(TELEGRAM);
        checkToken(token, findings);
        file.flag(TELEGRAM + "_set", false);
        var chatId = file.text("telegram_chat_id", before.telegramChatId());
        findings.telegramChatId("telegram_chat_id", chatId);
        file.end();
        findings.refuseIfAny();
        return new TradingConfig(
                current.enabled(),
                current.mode(),
                current.paperTrading(),
                current.interval(),
                current.symbols(),
                current.risk(),
                new NotificationConfig(
                        enabled,
                        routes,
                        email,
                        sealed(webhook, file.clears(DISCORD), before.discordWebhook(), seal),
                        sealed(token, file.clears(TELEGRAM), before.telegramBotToken(), seal),
                        chatId));
    }

    private static @Nullable SealedSecret sealed(
            @Nullable String plaintext,
            boolean cleared,
            @Nullable SealedSecret current,
            Function<String, SealedSecret> seal) {
        if (plaintext != null) {
            return seal.apply(plaintext);
        }
        return cleared ? null : current;
    }

    private static void checkWebhook(@Nullable String address, Findings findings) {
        if (address != null && !isWebhook(address)) {
            findings.add(
                    DISCORD,
                    "***",
                    "an https address",
                    "must be an https address such as https://discord.com/api/webhooks/…, of at most %d characters"
                            .formatted(MAX_URL));
        }
    }

    private static boolean isWebhook(String address) {
        if (address.length() > MAX_URL) {
            return false;
        }
        try {
            var uri = URI.create(address);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme())
                                    && THIS_MACHINE.contains(uri.getHost())));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void checkToken(@Nullable String token, Findings findings) {
        if (token != null && !BOT_TOKEN.matcher(token).matches()) {
            findings.add(
                    TELEGRAM,
                    "***",
                    "digits, a colon and the key",
                    "must be a bot token: digits, a colon and the key, as @BotFather gave it");
        }
    }

    static void write(TradingConfig config, ObjectNode file) {
        var notifications = config.notifications();
        file.put("enabled", notifications.enabled());
        var routes = file.putObject("routes");
        for (var type : NotificationType.values()) {
            var channels = routes.putArray(JsonSection.name(type));
            notifications
                    .channels(type)
                    .forEach(channel -> channels.add(JsonSection.name(channel)));
        }
        file.put("email", notifications.email());
        file.put(DISCORD + "_set", notifications.discordWebhook() != null);
        file.put(TELEGRAM + "_set", notifications.telegramBotToken() != null);
        file.put("telegram_chat_id", notifications.telegramChatId());
    }
}
