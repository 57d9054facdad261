/** What comes in: jobs, and the gateway's questions for reports. */
@NullMarked
package pro.cryptotrader.backtest.inbound;

import org.jspecify.annotations.NullMarked;
