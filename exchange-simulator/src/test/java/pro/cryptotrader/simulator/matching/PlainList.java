package pro.cryptotrader.simulator.matching;

import java.util.ArrayList;
import java.util.List;

/** An order list of the {@link PlainVenue}. */
final class PlainList {
    final ListKind kind;
    final String clientId;
    final List<PlainOrder> orders = new ArrayList<>();
    boolean done;

    PlainList(ListKind kind, String clientId) {
        this.kind = kind;
        this.clientId = clientId;
    }
}
