/** The whole system over its public doors: HTTP, topics, tables and the venue's own books. */
@NullMarked
package pro.cryptotrader.system;

import org.jspecify.annotations.NullMarked;
