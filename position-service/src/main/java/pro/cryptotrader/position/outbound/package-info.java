/** What is kept: the service's tables. */
@NullMarked
package pro.cryptotrader.position.outbound;

import org.jspecify.annotations.NullMarked;
