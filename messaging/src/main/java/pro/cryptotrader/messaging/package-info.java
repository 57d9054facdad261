@NullMarked
package pro.cryptotrader.messaging;

import org.jspecify.annotations.NullMarked;
