/** What operators asked of engines, and what became of it. */
@NullMarked
package pro.cryptotrader.gateway.engine;

import org.jspecify.annotations.NullMarked;
