/**
 * Looks for better configurations and doubts what it finds: optimisation, walk-forward, look-ahead
 * and warm-up analysis, Monte Carlo. Everything random is seeded; whatever runs in parallel gives
 * the same result on any number of cores.
 */
@NullMarked
package pro.cryptotrader.backtester.research;

import org.jspecify.annotations.NullMarked;
