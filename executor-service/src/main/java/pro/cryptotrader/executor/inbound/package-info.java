/** What comes in: messages, internal HTTP and the clock's ticking. */
@NullMarked
package pro.cryptotrader.executor.inbound;

import org.jspecify.annotations.NullMarked;
