@NullMarked
package pro.cryptotrader.contracts.value;

import org.jspecify.annotations.NullMarked;
