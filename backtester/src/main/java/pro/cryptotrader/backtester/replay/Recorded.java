package pro.cryptotrader.backtester.replay;

import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.Topic;

/**
 * A message of a recording.
 *
 * @param line where in its topic's file, from 1
 * @param text as it was on the wire
 * @param published when the broker got it, wall time in milliseconds
 */
record Recorded(Topic topic, int line, String text, Envelope<Event> envelope, long published) {}
