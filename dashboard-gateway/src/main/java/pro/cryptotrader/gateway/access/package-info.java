/** Users, sessions, and the record of what people did. */
@NullMarked
package pro.cryptotrader.gateway.access;

import org.jspecify.annotations.NullMarked;
