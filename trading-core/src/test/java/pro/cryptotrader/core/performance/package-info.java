@NullMarked
package pro.cryptotrader.core.performance;

import org.jspecify.annotations.NullMarked;
