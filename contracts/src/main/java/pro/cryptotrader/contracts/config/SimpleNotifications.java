package pro.cryptotrader.contracts.config;

import static pro.cryptotrader.contracts.config.NotificationType.DAILY_LOSS_WARNING;
import static pro.cryptotrader.contracts.config.NotificationType.EMERGENCY_STOP;
import static pro.cryptotrader.contracts.config.NotificationType.PROFIT_TARGET_REACHED;
import static pro.cryptotrader.contracts.config.NotificationType.STOP_LOSS_EXECUTED;
import static pro.cryptotrader.contracts.config.NotificationType.SYSTEM_ERROR;
import static pro.cryptotrader.contracts.config.NotificationType.TRADE_EXECUTED;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notifications as {@code auto_trading_config.json} sees them: one list of channels and two
 * switches, where routes tell each type apart.
 *
 * <p>Written: {@code channels} are all that any type goes to; a switch is on when any type of its
 * kind goes anywhere. Read: a switch that is off routes its types nowhere; {@code channels} replace
 * the routes of every type that is on; a switch turned on without channels takes those in use, or
 * the dashboard. A section that says what would be written anyway changes nothing, so routes that
 * are finer than this view survive its being written and read. Channels that no type goes to are
 * not kept.
 *
 * @param trades whether trades are told
 * @param errors whether warnings, errors and emergency stops are told
 */
record SimpleNotifications(
        boolean enabled, Set<NotificationChannel> channels, boolean trades, boolean errors) {
    private static final Set<NotificationType> TRADE_TYPES =
            Set.of(TRADE_EXECUTED, PROFIT_TARGET_REACHED, STOP_LOSS_EXECUTED);
    private static final Set<NotificationType> ERROR_TYPES =
            Set.of(DAILY_LOSS_WARNING, SYSTEM_ERROR, EMERGENCY_STOP);

    static SimpleNotifications of(NotificationConfig config) {
        var channels = EnumSet.noneOf(NotificationChannel.class);
        for (var type : NotificationType.values()) {
            channels.addAll(config.channels(type));
        }
        return new SimpleNotifications(
                config.enabled(),
                channels,
                TRADE_TYPES.stream().anyMatch(type -> !config.channels(type).isEmpty()),
                ERROR_TYPES.stream().anyMatch(type -> !config.channels(type).isEmpty()));
    }

    static NotificationConfig read(JsonSection section, NotificationConfig current) {
        var before = of(current);
        boolean enabled = section.flag("enabled", before.enabled);
        var channels = section.choices("channels", NotificationChannel.class);
        boolean trades = section.flag("trade_notifications", before.trades);
        boolean errors = section.flag("error_notifications", before.errors);
        section.end();
        var newChannels = before.channels.equals(channels) ? null : channels;
        var routes = new EnumMap<NotificationType, Set<NotificationChannel>>(current.routes());
        route(TRADE_TYPES, before, before.trades, trades, newChannels, current, routes);
        route(ERROR_TYPES, before, before.errors, errors, newChannels, current, routes);
        return new NotificationConfig(
                enabled,
                routes,
                current.email(),
                current.discordWebhook(),
                current.telegramBotToken(),
                current.telegramChatId());
    }

    private static void route(
            Set<NotificationType> types,
            SimpleNotifications before,
            boolean wasOn,
            boolean on,
            @Nullable Set<NotificationChannel> newChannels,
            NotificationConfig current,
            Map<NotificationType, Set<NotificationChannel>> routes) {
        for (var type : types) {
            if (!on) {
                routes.put(type, Set.of());
            } else if (newChannels != null) {
                if (!wasOn || !current.channels(type).isEmpty()) {
                    routes.put(type, newChannels);
                }
            } else if (!wasOn) {
                routes.put(
                        type,
                        before.channels.isEmpty()
                                ? Set.of(NotificationChannel.DASHBOARD)
                                : before.channels);
            }
        }
    }

    void write(ObjectNode section) {
        section.put("enabled", enabled);
        var list = section.putArray("channels");
        channels.forEach(channel -> list.add(JsonSection.name(channel)));
        section.put("trade_notifications", trades).put("error_notifications", errors);
    }
}
