/** The executor killed at every place where that could cost something, judged by the venue. */
@NullMarked
package pro.cryptotrader.executor.crash;

import org.jspecify.annotations.NullMarked;
