/** What the owners of accounts want. */
@NullMarked
package pro.cryptotrader.gateway.config;

import org.jspecify.annotations.NullMarked;
