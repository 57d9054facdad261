@NullMarked
package pro.cryptotrader.contracts;

import org.jspecify.annotations.NullMarked;
