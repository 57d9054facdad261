package pro.cryptotrader.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.config.NotificationChannel;
import pro.cryptotrader.contracts.config.NotificationConfig;
import pro.cryptotrader.contracts.config.NotificationType;
import pro.cryptotrader.contracts.event.AccountEvent;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.NotificationChanged;
import pro.cryptotrader.contracts.event.NotificationChanged.Delivery;
import pro.cryptotrader.contracts.event.NotificationChanged.Status;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.messaging.Outbox;
import pro.cryptotrader.notification.outbound.Accounts;
import pro.cryptotrader.notification.outbound.Courier.Outcome;
import pro.cryptotrader.notification.outbound.Deliveries;
import pro.cryptotrader.notification.outbound.Deliveries.Claim;
import pro.cryptotrader.notification.outbound.Notice;
import pro.cryptotrader.notification.outbound.Notices;
import pro.cryptotrader.notification.outbound.VenueName;

/**
 * Decides who is told what and where, and keeps account of what arrived. A notification's id
 * follows from its cause, so the table that holds it is the inbox: what is there has been told.
 */
@ApplicationScoped
public class NotificationService {
    private static final String SOURCE = "notification-service";

    private final Accounts accounts;
    private final Notices notices;
    private final Deliveries deliveries;
    private final VenueName venue;
    private final Outbox outbox;
    private final RetryPolicy retries;

    NotificationService(
            Accounts accounts,
            Notices notices,
            Deliveries deliveries,
            VenueName venue,
            Outbox outbox,
            @ConfigProperty(name = "notify.max-attempts") int maxAttempts,
            @ConfigProperty(name = "notify.give-up-after") Duration giveUpAfter,
            @ConfigProperty(name = "notify.first-pause") Duration firstPause) {
        this.accounts = accounts;
        this.notices = notices;
        this.deliveries = deliveries;
        this.venue = venue;
        this.outbox = outbox;
        this.retries = new RetryPolicy(maxAttempts, giveUpAfter, firstPause);
    }

    /** Tells what happened, if it is worth telling and has not been told. */
    @Transactional
    public void onEvent(Envelope<Event> message) {
        if (message.data() instanceof AccountEvent event) {
            var occasion = Occasion.of(typed(message, event));
            if (occasion != null) {
                tell(occasion, message.id(), message.correlation());
            }
        }
    }

    private static Envelope<AccountEvent> typed(Envelope<Event> message, AccountEvent event) {
        return new Envelope<>(
                message.id(),
                message.source(),
                message.time(),
                message.cause(),
                message.correlation(),
                event);
    }

    @Transactional
    public void onConfig(Envelope<Event> message) {
        if (message.data() instanceof TradingConfigChanged change) {
            accounts.save(change.account(), change.version(), change.config().notifications());
        }
    }

    /**
     * Tells every account of a component that is not well.
     *
     * @param heartbeat the event by which that was noticed
     */
    @Transactional
    public void tellAll(UUID heartbeat, String title, String text, Instant at) {
        for (var account : accounts.all()) {
            var id = DeterministicId.of(heartbeat, "notification|" + account);
            tell(Occasion.systemError(id, account, title, text, at), heartbeat, heartbeat);
        }
    }

    private void tell(Occasion occasion, UUID cause, UUID correlation) {
        var pending = planned(occasion.type(), accounts.config(occasion.account()));
        var notice =
                new Notice(
                        occasion.id(),
                        occasion.account(),
                        occasion.type(),
                        venue.on(occasion.title()),
                        occasion.text(),
                        occasion.at(),
                        cause,
                        correlation);
        if (pending.isEmpty() || !notices.add(notice)) {
            return;
        }
        deliveries.add(notice, pending, occasion.type() == NotificationType.EMERGENCY_STOP);
        publish(notice, pending, "told");
    }

    /** The dashboard has it as soon as it is said; the others have to be reached. */
    private static List<Delivery> planned(NotificationType type, NotificationConfig config) {
        return channels(type, config).stream()
                .sorted()
                .map(channel ->
                        channel == NotificationChannel.DASHBOARD
                                ? new Delivery(channel, Status.DELIVERED, 1, "")
                                : new Delivery(channel, Status.PENDING, 0, ""))
                .toList();
    }

    private static Set<NotificationChannel> channels(
            NotificationType type, NotificationConfig config) {
        return config.enabled() ? config.channels(type) : Set.of(NotificationChannel.DASHBOARD);
    }

    private void publish(Notice notice, List<Delivery> state, String name) {
        outbox.append(
                new Envelope<>(
                        DeterministicId.of(notice.id(), name),
                        SOURCE,
                        notice.at(),
                        notice.cause(),
                        notice.correlation(),
                        new NotificationChanged(
                                notice.account(),
                                notice.id(),
                                notice.type(),
                                notice.title(),
                                notice.text(),
                                state,
                                notice.at())));
    }

    /**
     * A delivery to be tried now.
     *
     * @param config as it is now: a corrected address reaches what is still waiting
     */
    public record Task(Claim claim, Notice notice, NotificationConfig config) {}

    /** The channel's next delivery, nobody else's for a minute; null when nothing is due. */
    @Transactional
    public @Nullable Task next(NotificationChannel channel) {
        var claim = deliveries.claim(channel);
        if (claim == null) {
            return null;
        }
        var notice = notices.get(claim.notification());
        return new Task(claim, notice, accounts.config(notice.account()));
    }

    /** Notes what came of it. */
    @Transactional
    public void settle(Task task, Outcome outcome) {
        var claim = task.claim();
        var next = retries.after(outcome, claim.channel(), claim.attempt(), claim.age());
        deliveries.settle(claim.notification(), next.delivery(), next.pause());
        if (outcome instanceof Outcome.Postponed postponed) {
            deliveries.holdBack(task.notice(), claim.channel(), postponed.pause());
        }
        publish(
                task.notice(),
                deliveries.of(claim.notification()),
                "%s|%s|%d"
                        .formatted(
                                claim.channel(),
                                next.delivery().status(),
                                next.delivery().attempts()));
    }
}
