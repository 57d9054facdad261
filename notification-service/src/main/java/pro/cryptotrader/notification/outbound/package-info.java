/** What goes out, and what is kept: channels and tables. */
@NullMarked
package pro.cryptotrader.notification.outbound;

import org.jspecify.annotations.NullMarked;
