/** What is kept. */
@NullMarked
package pro.cryptotrader.risk.outbound;

import org.jspecify.annotations.NullMarked;
