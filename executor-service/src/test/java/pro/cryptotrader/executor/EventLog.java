package pro.cryptotrader.executor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.testing.TopicProbe;

/** What is on the topics, each message read once however often it is asked for. */
public final class EventLog implements AutoCloseable {
    private final Map<Topic, Read> topics = new EnumMap<>(Topic.class);

    private static final class Read {
        final TopicProbe probe;
        final Map<String, Map<UUID, Event>> byKey = new LinkedHashMap<>();
        int messages;

        Read(TopicProbe probe) {
            this.probe = probe;
        }

        void on() {
            var all = probe.messages();
            for (var message : all.subList(messages, all.size())) {
                var envelope = EventJson.read(message.value());
                byKey.computeIfAbsent(envelope.data().key(), _ -> new LinkedHashMap<>())
                        .putIfAbsent(envelope.id(), envelope.data());
            }
            messages = all.size();
        }
    }

    /** Everything about an account on these topics, each event once, in order. */
    public synchronized List<Event> of(AccountId account, Topic... wanted) {
        var events = new ArrayList<Event>();
        for (var topic : wanted) {
            var read = topics.computeIfAbsent(topic, each -> new Read(TopicProbe.of(each)));
            read.on();
            events.addAll(read.byKey.getOrDefault(account.toString(), Map.of()).values());
        }
        return events;
    }

    @Override
    public synchronized void close() {
        topics.values().forEach(read -> read.probe.close());
    }
}
