@NullMarked
package pro.cryptotrader.notification;

import org.jspecify.annotations.NullMarked;
