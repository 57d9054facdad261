/** What comes in: messages and timers. */
@NullMarked
package pro.cryptotrader.signal.inbound;

import org.jspecify.annotations.NullMarked;
