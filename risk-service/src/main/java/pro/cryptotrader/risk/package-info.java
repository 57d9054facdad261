/** Approves or denies what signals propose, and owns the engines. */
@NullMarked
package pro.cryptotrader.risk;

import org.jspecify.annotations.NullMarked;
