@NullMarked
package pro.cryptotrader.market.inbound;

import org.jspecify.annotations.NullMarked;
