package pro.cryptotrader.contracts.wire;

import pro.cryptotrader.contracts.Resource;

/** The sample message of each event type, as a person would read it. */
final class Samples {
    private Samples() {}

    static String of(EventType type) {
        return Resource.text("/samples/" + type.typeName() + ".json");
    }
}
