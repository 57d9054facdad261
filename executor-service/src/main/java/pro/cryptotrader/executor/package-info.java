/** Carries out what has been approved: intent first, then the venue, then what the venue says. */
@NullMarked
package pro.cryptotrader.executor;

import org.jspecify.annotations.NullMarked;
