/** What the topics have said, kept so that a person can look at it. */
@NullMarked
package pro.cryptotrader.gateway.readmodel;

import org.jspecify.annotations.NullMarked;
