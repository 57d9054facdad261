/** What comes in: messages and operators over HTTP. */
@NullMarked
package pro.cryptotrader.risk.inbound;

import org.jspecify.annotations.NullMarked;
