/**
 * What a run's trades and its daily, marked-to-market equity amount to, and how much of that may be
 * luck. Plain numbers in, plain numbers out; every formula names its source; all randomness is
 * seeded.
 */
@NullMarked
package pro.cryptotrader.backtester.statistics;

import org.jspecify.annotations.NullMarked;
