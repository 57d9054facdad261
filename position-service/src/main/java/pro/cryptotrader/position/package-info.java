/** What accounts own: the shell around the ledger of the core. */
@NullMarked
package pro.cryptotrader.position;

import org.jspecify.annotations.NullMarked;
