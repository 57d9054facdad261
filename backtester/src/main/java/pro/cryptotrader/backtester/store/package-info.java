/**
 * Market data on disk: a folder per symbol, a file per interval, in it compressed columns in blocks
 * of about a thousand candles. Files are streamed block by block, so that a run needs memory for a
 * block, not for a history; they grow at the end and are otherwise replaced whole.
 */
@NullMarked
package pro.cryptotrader.backtester.store;

import org.jspecify.annotations.NullMarked;
