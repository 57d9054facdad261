/** The ledger: what an account owns, what it cost, and what it has earned; exact. */
@NullMarked
package pro.cryptotrader.core.position;

import org.jspecify.annotations.NullMarked;
