@NullMarked
package pro.cryptotrader.gateway.access;

import org.jspecify.annotations.NullMarked;
