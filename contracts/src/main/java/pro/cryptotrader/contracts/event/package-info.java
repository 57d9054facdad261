@NullMarked
package pro.cryptotrader.contracts.event;

import org.jspecify.annotations.NullMarked;
