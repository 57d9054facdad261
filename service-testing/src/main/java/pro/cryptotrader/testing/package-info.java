/** Real infrastructure for the tests of a service. */
@NullMarked
package pro.cryptotrader.testing;

import org.jspecify.annotations.NullMarked;
