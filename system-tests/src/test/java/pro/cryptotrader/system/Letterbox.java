package pro.cryptotrader.system;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The owner's mail server: takes letters by SMTP and shows what came. */
final class Letterbox implements AutoCloseable {
    static final String OWNER = "owner@example.com";

    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    Letterbox() {
        server.start();
    }

    /** What notification-service needs to know to send letters here. */
    Map<String, String> environment() {
        return Map.of(
                "SMTP_HOST",
                "127.0.0.1",
                "SMTP_PORT",
                Integer.toString(server.getSmtp().getPort()),
                "SMTP_START_TLS",
                "DISABLED");
    }

    /** Which notification each letter tells, in the order of arrival. */
    List<String> notificationIds() {
        var ids = new ArrayList<String>();
        for (var letter : server.getReceivedMessages()) {
            try {
                ids.add(String.join(" ", letter.getHeader("X-Notification-Id")));
            } catch (MessagingException e) {
                throw new IllegalStateException("a letter cannot be read", e);
            }
        }
        return ids;
    }

    @Override
    public void close() {
        server.stop();
    }
}
