@NullMarked
package pro.cryptotrader.executor;

import org.jspecify.annotations.NullMarked;
