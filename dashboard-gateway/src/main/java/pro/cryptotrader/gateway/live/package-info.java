/** What changes, pushed to whoever looks. */
@NullMarked
package pro.cryptotrader.gateway.live;

import org.jspecify.annotations.NullMarked;
