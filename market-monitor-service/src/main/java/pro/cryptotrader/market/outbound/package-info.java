@NullMarked
package pro.cryptotrader.market.outbound;

import org.jspecify.annotations.NullMarked;
