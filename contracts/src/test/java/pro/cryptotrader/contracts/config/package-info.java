@NullMarked
package pro.cryptotrader.contracts.config;

import org.jspecify.annotations.NullMarked;
