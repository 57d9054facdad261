@NullMarked
package pro.cryptotrader.notification.outbound;

import org.jspecify.annotations.NullMarked;
