@NullMarked
package pro.cryptotrader.contracts.wire;

import org.jspecify.annotations.NullMarked;
