package pro.cryptotrader.backtester.fill;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.backtester.data.RecordedTrades;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.execution.TradeInput.Outcome;
import pro.cryptotrader.core.execution.VenueCommand;

/**
 * An exchange whose candles are walked as they were traded: of a symbol with recorded trades every
 * trade is a moment of the market, so that nobody guesses whether a stop or a target came first,
 * and a stop sells at the first price that reached it. Symbols and candles without recorded trades
 * are walked as candles. An order still gets a share of its candle's volume.
 */
public final class TradeExchange implements Exchange {
    private final Exchange candles;
    private final Map<Symbol, RecordedTrades> trades;
    private long moments;

    /**
     * Refines an exchange.
     *
     * @param candles walks what it is given
     */
    public TradeExchange(Exchange candles, Map<Symbol, RecordedTrades> trades) {
        this.candles = candles;
        this.trades = Map.copyOf(trades);
    }

    /** How many recorded trades the market has gone through. */
    public long moments() {
        return moments;
    }

    @Override
    public Trading list(Instrument instrument, Scale scale, CandleInPlay candle) {
        var recorded = trades.get(instrument.symbol());
        if (recorded == null) {
            return candles.list(instrument, scale, candle);
        }
        var moment = new CandleInPlay(candle.volume().scale());
        return new TradedCandle(
                recorded, scale, candle, moment, candles.list(instrument, scale, moment));
    }

    @Override
    public Slippage slippage() {
        return candles.slippage();
    }

    @Override
    public long orders() {
        return candles.orders();
    }

    @Override
    public @Nullable Outcome perform(AccountId account, VenueCommand command) {
        return candles.perform(account, command);
    }

    /** One symbol's candle in play, trade by trade. */
    private final class TradedCandle implements Trading {
        private final RecordedTrades recorded;
        private final Scale scale;
        private final CandleInPlay candle;
        private final CandleInPlay moment;
        private final Trading trading;

        TradedCandle(
                RecordedTrades recorded,
                Scale scale,
                CandleInPlay candle,
                CandleInPlay moment,
                Trading trading) {
            this.recorded = recorded;
            this.scale = scale;
            this.candle = candle;
            this.moment = moment;
            this.trading = trading;
        }

        @Override
        public void open() {
            skipTo(candle.openTime());
            if (timeOfNext() < candle.closeTime()) {
                begin(candle.openTime());
            } else {
                moment.begin(
                        candle.openTime(),
                        candle.closeTime(),
                        candle.open(),
                        candle.high(),
                        candle.low(),
                        candle.close(),
                        candle.scaledVolume());
            }
            trading.open();
        }

        private void skipTo(long time) {
            while (timeOfNext() < time) {
                recorded.skip();
            }
        }

        /** When the next trade happens; never after the last. */
        private long timeOfNext() {
            var next = recorded.peek();
            return next == null ? Long.MAX_VALUE : next.time().toEpochMilli();
        }

        /** The next trade's price holds from {@code time} until the trade after it. */
        private void begin(long time) {
            var trade = recorded.peek();
            if (trade != null) {
                recorded.skip();
                moments++;
                long price = scale.scaled(trade.price().value());
                long until = Math.min(candle.closeTime(), timeOfNext());
                moment.begin(time, until, price, price, price, price, candle.scaledVolume());
            }
        }

        @Override
        public void show() {
            trading.show();
        }

        @Override
        public void walk() {
            trading.walk();
            while (timeOfNext() < candle.closeTime()) {
                begin(timeOfNext());
                trading.open();
                trading.walk();
            }
        }

        @Override
        public long bid() {
            return scale.bid(candle.close());
        }
    }
}
