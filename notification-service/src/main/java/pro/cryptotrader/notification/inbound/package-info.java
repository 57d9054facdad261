/** What comes in: messages and the clock's ticking. */
@NullMarked
package pro.cryptotrader.notification.inbound;

import org.jspecify.annotations.NullMarked;
