@NullMarked
package pro.cryptotrader.core;

import org.jspecify.annotations.NullMarked;
