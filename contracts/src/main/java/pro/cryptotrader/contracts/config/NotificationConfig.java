package pro.cryptotrader.contracts.config;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which type of notification goes where.
 *
 * @param enabled false sends nothing but to the dashboard
 * @param routes the channels of each type; a type that is missing goes to the dashboard only
 * @param email the address for e-mail; null when there is none
 * @param discordWebhook the sealed webhook address; null when there is none
 * @param telegramBotToken the sealed bot token; null when there is none
 * @param telegramChatId the chat that the bot writes to; null when there is none
 */
public record NotificationConfig(
        boolean enabled,
        Map<NotificationType, Set<NotificationChannel>> routes,
        @Nullable String email,
        @Nullable SealedSecret discordWebhook,
        @Nullable SealedSecret telegramBotToken,
        @Nullable String telegramChatId) {
    public NotificationConfig {
        var copy = new EnumMap<NotificationType, Set<NotificationChannel>>(NotificationType.class);
        routes.forEach((type, channels) ->
                copy.put(
                        type,
                        Collections.unmodifiableSet(
                                channels.isEmpty()
                                        ? EnumSet.noneOf(NotificationChannel.class)
                                        : EnumSet.copyOf(channels))));
        routes = Collections.unmodifiableMap(copy);
    }

    /** Where a type goes, switched on or not. */
    public Set<NotificationChannel> channels(NotificationType type) {
        return routes.getOrDefault(type, Set.of(NotificationChannel.DASHBOARD));
    }
}
