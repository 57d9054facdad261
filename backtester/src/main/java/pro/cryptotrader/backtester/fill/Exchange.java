package pro.cryptotrader.backtester.fill;

import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.core.engine.Market;
import pro.cryptotrader.core.engine.Venue;

/** The venue of a backtest: where its orders go, and the market that they meet there. */
public interface Exchange extends Venue {

    /** Opens a symbol; its candles come in {@code candle}. */
    Trading list(Instrument instrument, Scale scale, CandleInPlay candle);

    /** What spread and slippage have cost. */
    Slippage slippage();

    /** How many orders have reached it. */
    long orders();

    /** One symbol's market, led through its candles. */
    interface Trading {
        /** The candle opens: gaps meet what rests, commands on their way arrive. */
        void open();

        /** Before somebody decides: everybody sees where the market stands. */
        void show();

        /** The rest of the candle happens. */
        void walk();

        /** The best bid after the walk, scaled. */
        long bid();
    }

    /** Opens an exchange for one run. */
    @FunctionalInterface
    interface Maker {
        /**
         * An exchange without symbols.
         *
         * @param market where it shows its prices
         */
        Exchange open(Market market, Funds funds, Reports reports);
    }
}
