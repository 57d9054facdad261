@NullMarked
package pro.cryptotrader.core.execution;

import org.jspecify.annotations.NullMarked;
