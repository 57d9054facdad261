/** The service's own tables. */
@NullMarked
package pro.cryptotrader.signal.outbound;

import org.jspecify.annotations.NullMarked;
