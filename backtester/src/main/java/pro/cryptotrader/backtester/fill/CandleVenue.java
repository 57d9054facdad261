package pro.cryptotrader.backtester.fill;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.engine.Market;
import pro.cryptotrader.core.execution.TradeInput.Outcome;
import pro.cryptotrader.core.execution.VenueCommand;

/**
 * A venue made of candles. Of each candle, in this order: {@link CandleInPlay#begin}; {@link
 * Trading#open}, where gaps meet resting orders and commands arrive; then decisions may be sent
 * with {@link #perform}; {@link Trading#walk}, where the rest of the candle happens. What is
 * decided while it walks arrives in the next one.
 */
public final class CandleVenue implements Exchange {
    /** Orders of a day ago are forgotten when there are so many. */
    private static final int FEW_ORDERS = 256;

    private static final long MEMORY_MILLIS = 86_400_000;

    private final FillSettings settings;
    private final Market market;
    private final Reports reports;
    private final Funds funds;
    private final Paper paper;
    private final Slippage slippage = new Slippage();
    private final Clock clock = new Clock();
    private final Map<Symbol, Pit> pits = new HashMap<>();
    private final long latency;
    private int mostRemembered = FEW_ORDERS;

    /** A venue without symbols. */
    public CandleVenue(FillSettings settings, Market market, Funds funds, Reports reports) {
        this.settings = settings;
        this.market = market;
        this.funds = funds;
        this.reports = reports;
        this.paper = new Paper(settings);
        this.latency = settings.latency().toMillis();
    }

    @Override
    public Trading list(Instrument instrument, Scale scale, CandleInPlay candle) {
        market.list(instrument);
        var pit = new Pit(instrument, scale, settings, paper, market, funds, slippage, candle);
        pits.put(instrument.symbol(), pit);
        return new Trading(pit);
    }

    @Override
    public Slippage slippage() {
        return slippage;
    }

    @Override
    public long orders() {
        return paper.orders();
    }

    @Override
    public @Nullable Outcome perform(AccountId account, VenueCommand command) {
        var pit = Objects.requireNonNull(pits.get(command.symbol()));
        boolean asks =
                command instanceof VenueCommand.LookUp
                        || command instanceof VenueCommand.AskBalance;
        long arrival = clock.time() + (asks ? 0 : latency);
        if (!asks && arrival >= pit.candle().closeTime()) {
            pit.send(account, command, arrival);
            return null;
        }
        clock.set(arrival);
        if (paper.remembered() > mostRemembered) {
            paper.forgetBefore(Instant.ofEpochMilli(arrival - MEMORY_MILLIS));
            mostRemembered = Math.max(FEW_ORDERS, 2 * paper.remembered());
        }
        return pit.execute(account, command, arrival);
    }

    /** One symbol's market. */
    public final class Trading implements Exchange.Trading {
        private final Pit pit;

        private Trading(Pit pit) {
            this.pit = pit;
        }

        /** Whether nothing of anybody's rests or is on its way. */
        public boolean isIdle() {
            return pit.isIdle();
        }

        @Override
        public void open() {
            clock.set(pit.candle().openTime());
            if (!pit.isIdle()) {
                pit.open(reports, clock);
            }
        }

        /** Everybody sees the open price. */
        @Override
        public void show() {
            clock.set(pit.candle().openTime());
            pit.showOpen();
        }

        @Override
        public void walk() {
            if (!pit.isIdle()) {
                clock.set(pit.candle().closeTime());
                pit.walk(reports, clock);
                clock.set(pit.candle().closeTime());
            }
        }

        @Override
        public long bid() {
            return pit.bid();
        }
    }
}
