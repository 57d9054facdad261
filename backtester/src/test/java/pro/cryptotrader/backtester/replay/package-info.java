/** Tests of replays. */
@NullMarked
package pro.cryptotrader.backtester.replay;

import org.jspecify.annotations.NullMarked;
