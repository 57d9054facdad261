package pro.cryptotrader.backtester.engine;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.backtester.data.RecordedTrades;
import pro.cryptotrader.backtester.fill.CandleVenue;
import pro.cryptotrader.backtester.fill.Exchange;
import pro.cryptotrader.backtester.fill.FillSettings;
import pro.cryptotrader.backtester.fill.TradeExchange;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.engine.Desks;
import pro.cryptotrader.core.engine.Journal;
import pro.cryptotrader.core.execution.EntryForm;

/**
 * What surrounds a run: where its orders go, who decides, and who listens.
 *
 * @param listener hears everything that is said about any account; null when nobody does
 */
public record Stage(Exchange.Maker exchange, Desks desks, @Nullable Journal listener) {

    /** Candles make the market; the desks write no words. */
    public static Stage usual(BacktestSettings settings, StrategyPlan strategy) {
        var fills = settings.fills();
        var taken =
                fills.feeAsset() == FillSettings.FeeAsset.RECEIVED
                        ? fills.takerFeePct().movePointLeft(2)
                        : BigDecimal.ZERO;
        return new Stage(
                (market, funds, reports) -> new CandleVenue(fills, market, funds, reports),
                Desks.silent(strategy.mostSlippagePct(), EntryForm.OPOCO, taken),
                null);
    }

    /** The same with candles that are walked as they were traded. */
    public Stage on(Map<Symbol, RecordedTrades> trades) {
        return trades.isEmpty()
                ? this
                : new Stage(
                        (market, funds, reports) ->
                                new TradeExchange(exchange.open(market, funds, reports), trades),
                        desks,
                        listener);
    }

    /** Writes the diary, and tells the listener. */
    Journal journal(AccountDiary diary) {
        var other = listener;
        return other == null
                ? diary
                : (event, cause) -> {
                    diary.said(event, cause);
                    other.said(event, cause);
                };
    }
}
