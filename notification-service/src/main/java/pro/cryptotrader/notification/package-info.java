/** What people are told, and whether it arrives. */
@NullMarked
package pro.cryptotrader.notification;

import org.jspecify.annotations.NullMarked;
