/** What holds for the whole tree, whoever wrote it. */
@NullMarked
package pro.cryptotrader.house;

import org.jspecify.annotations.NullMarked;
