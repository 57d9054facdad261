/** What goes out: to the database in bulk, and to other services over HTTP. */
@NullMarked
package pro.cryptotrader.gateway.outbound;

import org.jspecify.annotations.NullMarked;
