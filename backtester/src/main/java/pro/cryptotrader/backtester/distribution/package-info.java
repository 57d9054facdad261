/** Trials that are made by other processes, on this machine or others, through Kafka. */
@NullMarked
package pro.cryptotrader.backtester.distribution;

import org.jspecify.annotations.NullMarked;
