/** Our throughput beside our peers', on the same candles and in one run. */
@NullMarked
package pro.cryptotrader.benchmarks;

import org.jspecify.annotations.NullMarked;
