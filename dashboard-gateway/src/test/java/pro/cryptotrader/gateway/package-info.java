@NullMarked
package pro.cryptotrader.gateway;

import org.jspecify.annotations.NullMarked;
