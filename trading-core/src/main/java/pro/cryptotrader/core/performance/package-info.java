/** What an account's trading was worth: the figures that a trader judges it by. */
@NullMarked
package pro.cryptotrader.core.performance;

import org.jspecify.annotations.NullMarked;
