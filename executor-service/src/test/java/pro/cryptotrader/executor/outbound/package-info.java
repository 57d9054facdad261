@NullMarked
package pro.cryptotrader.executor.outbound;

import org.jspecify.annotations.NullMarked;
