@NullMarked
package pro.cryptotrader.core.position;

import org.jspecify.annotations.NullMarked;
