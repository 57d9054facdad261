package pro.cryptotrader.notification.outbound;

/** Makes any text harmless where HTML is read. */
final class Markup {
    private Markup() {}

    static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
