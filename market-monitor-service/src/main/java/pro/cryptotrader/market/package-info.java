@NullMarked
package pro.cryptotrader.market;

import org.jspecify.annotations.NullMarked;
