/**
 * Every request and its outcome, and the ledger that tests read: requests and facts in one order.
 */
@NullMarked
package pro.cryptotrader.simulator.journal;

import org.jspecify.annotations.NullMarked;
