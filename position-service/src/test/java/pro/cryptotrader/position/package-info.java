@NullMarked
package pro.cryptotrader.position;

import org.jspecify.annotations.NullMarked;
