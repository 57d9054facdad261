/** What survives a restart: ledger, candles, checkpoint. */
@NullMarked
package pro.cryptotrader.simulator.store;

import org.jspecify.annotations.NullMarked;
