/** What comes in: messages and requests. */
@NullMarked
package pro.cryptotrader.gateway.inbound;

import org.jspecify.annotations.NullMarked;
