/**
 * The life of an account's orders in one symbol: what to ask of the venue and what to believe of
 * its answers.
 */
@NullMarked
package pro.cryptotrader.core.execution;

import org.jspecify.annotations.NullMarked;
