/** What was said on the topics of a live session, said once more by the same deciders. */
@NullMarked
package pro.cryptotrader.backtester.replay;

import org.jspecify.annotations.NullMarked;
