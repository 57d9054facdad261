package pro.cryptotrader.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A table as CSV (RFC 4180) and as a plain page. */
final class Table {
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... head) {
        this.head = List.of(head);
    }

    void row(Object... cells) {
        rows.add(Arrays.stream(cells).map(Table::text).toList());
    }

    private static String text(Object cell) {
        return cell instanceof Double number
                ? Double.isFinite(number) ? "%.4f".formatted(number) : ""
                : cell.toString();
    }

    String csv() {
        var text = new StringBuilder(csv(head));
        rows.forEach(row -> text.append(csv(row)));
        return text.toString();
    }

    private static String csv(List<String> cells) {
        return cells.stream()
                        .map(cell ->
                                cell.matches("[^,\"\\r\\n]*")
                                        ? cell
                                        : '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(","))
                + "\n";
    }

    String html(String title) {
        var text =
                new StringBuilder(
                        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
        text.append(
                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
                .append(escaped(title))
                .append("</title><style>body{background:#0d1117;color:#e6edf3;font:14px/1.45")
                .append(" system-ui,sans-serif;margin:24px}table{border-collapse:collapse}td,th{")
                .append("border-top:1px solid #2d3541;padding:5px 14px 5px 0;text-align:left;")
                .append(
                        "font-variant-numeric:tabular-nums}div{overflow-x:auto}</style></head><body><h1>")
                .append(escaped(title))
                .append("</h1><div><table><thead>")
                .append(html(head, "th"))
                .append("</thead><tbody>");
        rows.forEach(row -> text.append(html(row, "td")));
        return text.append("</tbody></table></div></body></html>\n").toString();
    }

    private static String html(List<String> cells, String tag) {
        return cells.stream()
                .map(cell -> "<" + tag + ">" + escaped(cell) + "</" + tag + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
