package pro.cryptotrader.backtester.replay;

import java.util.List;

/** What a service hears from one topic about one account or symbol, in order. */
record Feed(List<Recorded> messages) {
    Feed {
        messages = List.copyOf(messages);
    }

    int size() {
        return messages.size();
    }

    Recorded get(int index) {
        return messages.get(index);
    }

    /** How many had been published by {@code time}. */
    int publishedBy(long time) {
        int count = 0;
        while (count < messages.size() && messages.get(count).published() <= time) {
            count++;
        }
        return count;
    }

    /** Where a message is; -1 when it is not of this feed. */
    int indexOf(Recorded message) {
        return messages.indexOf(message);
    }
}
