/** What goes out: the database and the venue. */
@NullMarked
package pro.cryptotrader.executor.outbound;

import org.jspecify.annotations.NullMarked;
