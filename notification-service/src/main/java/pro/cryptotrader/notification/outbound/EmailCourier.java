package pro.cryptotrader.notification.outbound;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pro.cryptotrader.contracts.config.NotificationChannel;
import pro.cryptotrader.contracts.config.NotificationConfig;

/** Sends a letter in text and HTML to the account's address. */
@ApplicationScoped
class EmailCourier implements Courier {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** Permanent negative completion of RFC 5321, section 4.2.1, such as an unknown mailbox. */
    private static final String REFUSED = "(?s).*\\b5\\d\\d[ -].*";

    private final ReactiveMailer mailer;
    private final boolean configured;

    EmailCourier(
            ReactiveMailer mailer,
            @ConfigProperty(name = "notify.mail-host") Optional<String> mailHost) {
        this.mailer = mailer;
        this.configured = mailHost.isPresent();
    }

    @Override
    public NotificationChannel channel() {
        return NotificationChannel.EMAIL;
    }

    @Override
    public Outcome deliver(Notice notice, NotificationConfig config) {
        var address = config.email();
        if (address == null) {
            return new Outcome.Refused("no e-mail address is configured");
        }
        if (!configured) {
            return new Outcome.Refused("no mail server is configured (SMTP_HOST)");
        }
        try {
            mailer.send(letter(notice, address)).await().atMost(TIMEOUT);
            return new Outcome.Delivered();
        } catch (RuntimeException e) {
            var reason = "the mail server said: " + firstLine(e);
            return reason.matches(REFUSED)
                    ? new Outcome.Refused(reason)
                    : new Outcome.Failed(reason);
        }
    }

    /** The id makes a second copy of the same letter recognisable to mail programs. */
    private static Mail letter(Notice notice, String address) {
        var text = "%s\n\nAccount %s, %s\n".formatted(notice.text(), notice.account(), notice.at());
        return Mail.withText(address, "[Crypto Trader Pro] " + notice.title(), text)
                .setHtml(html(notice))
                .addHeader("X-Notification-Id", notice.id().toString());
    }

    private static String html(Notice notice) {
        return """
        <!DOCTYPE html><html><body style="font-family:sans-serif">
        <h2>%s</h2><p>%s</p><p style="color:#666">Account %s, %s</p>
        </body></html>
        """
                .formatted(
                        Markup.html(notice.title()),
                        Markup.html(notice.text()),
                        notice.account(),
                        notice.at());
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("nothing");
    }
}
