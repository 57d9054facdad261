package pro.cryptotrader.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.cryptotrader.core.risk.RiskSamples.*;

import java.time.Instant;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.Denial.Code;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.InstrumentListed;
import pro.cryptotrader.contracts.event.MarketAlert;
import pro.cryptotrader.contracts.event.RiskVerdict.Denied;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Symbol;

/** Every rule at its exact edge; {@code null} stands for an approval. */
class RiskRulesTest {

    @ParameterizedTest
    @EnumSource(EngineState.class)
    void onlyARunningEngineOpensPositions(EngineState state) {
        assertThat(answer(in(state, running()), bitcoin(), "50000"))
                .isEqualTo(state == EngineState.RUNNING ? null : Code.ENGINE_NOT_RUNNING);
    }

    @Test
    void aDisabledConfigurationOpensNothing() {
        assertThat(answer(running(config(1, false, limits()), funds()), bitcoin(), "50000"))
                .isEqualTo(Code.DISABLED);
    }

    @ParameterizedTest
    @CsvSource({"54, LOW_CONFIDENCE", "55,", "56,"})
    void aSignalIsAsSureAsTheModeAsks(int confidence, @Nullable Code denied) {
        assertThat(answer(running(), bitcoin(), buy(BTC, "50000", confidence))).isEqualTo(denied);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T14:05:01.001Z,",
        "2026-03-02T14:05:01Z, STALE_SIGNAL",
        "2026-03-02T14:05:00.999Z, STALE_SIGNAL"
    })
    void aSignalIsVoidFromItsExpiryOn(Instant expiry, @Nullable Code denied) {
        var signal = signal(BTC, Signal.SignalType.BUY, "50000", 80, expiry);

        assertThat(answer(running(), bitcoin(), signal)).isEqualTo(denied);
    }

    @Test
    void marketTimeIsAtLeastTheCloseOfTheSignalsCandle() {
        var beforeTheClose =
                bitcoinAt(tick(BTC, "49999.99", "50000", CANDLE_CLOSE.minusSeconds(3)));
        var signal = signal(BTC, Signal.SignalType.BUY, "50000", 80, CANDLE_CLOSE);

        assertThat(answer(running(), beforeTheClose, signal)).isEqualTo(Code.STALE_SIGNAL);
    }

    @Test
    void anUnknownInstrumentPriceOrAccountDenies() {
        var withoutInstrument = new SymbolMarket(bitcoin().tick(), null, false, false);
        var withoutPrice = new SymbolMarket(null, bitcoin().instrument(), false, false);
        var unfunded = in(EngineState.RUNNING, learning(AccountRisk.unknown(MAIN), config()));

        assertThat(answer(running(), withoutInstrument, "50000")).isEqualTo(Code.NO_INSTRUMENT);
        assertThat(answer(running(), withoutPrice, "50000")).isEqualTo(Code.NO_PRICE);
        assertThat(answer(unfunded, bitcoin(), "50000")).isEqualTo(Code.NO_ACCOUNT_STATE);
    }

    @Test
    void aPriceOfZeroIsNoPrice() {
        assertThat(answer(running(), bitcoinAt(tick(BTC, "0", "50000", NOW)), "50000"))
                .isEqualTo(Code.NO_PRICE);
    }

    @Test
    void anAccountInAnotherQuoteAssetDenies() {
        var euros = inAsset("EUR", funds());

        assertThat(answer(running(config(), euros), bitcoin(), "50000"))
                .isEqualTo(Code.NO_ACCOUNT_STATE);
    }

    @Test
    void aStaleFeedDeniesUntilItIsLiveAgain() {
        var stale = bitcoin().with(alert(MarketAlert.Kind.FEED_STALE));

        assertThat(answer(running(), stale, "50000")).isEqualTo(Code.STALE_FEED);
        assertThat(answer(running(), stale.with(alert(MarketAlert.Kind.FEED_LIVE)), "50000"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02T13:59:59.999Z, STALE_FEED", "2026-03-02T14:00:00Z,"})
    void aPriceFromBeforeTheSignalsCandleDenies(Instant at, @Nullable Code denied) {
        assertThat(answer(running(), bitcoinAt(tick(BTC, "49999.99", "50000", at)), "50000"))
                .isEqualTo(denied);
    }

    @Test
    void aHaltedSymbolDeniesUntilItIsListedAsTradableAgain() {
        var halted = bitcoin().with(alert(MarketAlert.Kind.SYMBOL_HALTED));
        var listedAgain = halted.with(new InstrumentListed(bitcoinRules(true), NOW));
        var listedAsHalted = bitcoin().with(new InstrumentListed(bitcoinRules(false), NOW));

        assertThat(answer(running(), halted, "50000")).isEqualTo(Code.SYMBOL_HALTED);
        assertThat(answer(running(), listedAsHalted, "50000")).isEqualTo(Code.SYMBOL_HALTED);
        assertThat(answer(running(), listedAgain, "50000")).isNull();
    }

    @ParameterizedTest
    // Half of the stop distance of 1 %.
    @CsvSource({"49749.99, PRICE_MOVED", "49750,", "50000,", "50250,", "50250.01, PRICE_MOVED"})
    void thePriceIsWithinHalfTheStopDistanceOfTheSignals(String ask, @Nullable Code denied) {
        var market = bitcoinAt(tick(BTC, ask, ask, NOW));

        assertThat(answer(running(), market, "50000")).isEqualTo(denied);
    }

    @Test
    void anOpenPositionOrAnEntryOnItsWayInTheSymbolDenies() {
        var holding = learning(running(), open(BTC, 1, "0.004"));
        var entering = running().with(order(1), reserved(BTC, "200"));
        var closedAgain = learning(holding, closed(BTC, 1));

        assertThat(answer(holding, bitcoin(), "50000")).isEqualTo(Code.POSITION_EXISTS);
        assertThat(answer(entering, bitcoin(), "50000")).isEqualTo(Code.POSITION_EXISTS);
        assertThat(answer(closedAgain, bitcoin(), "50000")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"3,", "2, MAX_POSITIONS", "1, MAX_POSITIONS"})
    void openPositionsAndEntriesOnTheirWayStayBelowTheMaximum(int most, @Nullable Code denied) {
        var account =
                learning(
                                running(config(1, true, limits("3", most, "10")), funds()),
                                open(ETH, 1, "1"))
                        .with(order(1), reserved(DOGE, "200"));

        assertThat(answer(account, bitcoin(), "50000")).isEqualTo(denied);
    }

    @ParameterizedTest
    @CsvSource({"9700.00000001,", "9700, DAILY_LOSS", "9699.99999999, DAILY_LOSS", "10001,"})
    void entriesEndAtTheDailyLossLimit(String equity, @Nullable Code denied) {
        var account = running(config(), funds("9000", equity, "10000", 0));

        assertThat(answer(account, bitcoin(), "50000")).isEqualTo(denied);
    }

    @ParameterizedTest
    @CsvSource({"210.00000001,", "210, MINIMUM_BALANCE", "209, MINIMUM_BALANCE"})
    void cashThatIsNotReservedStaysAboveTheMinimum(String cash, @Nullable Code denied) {
        var account =
                running(config(), funds(cash, "10000", "10000", 0))
                        .with(order(1), reserved(ETH, "200"));
        var tiny = new SymbolMarket(bitcoin().tick(), dustless(), false, false);

        assertThat(answer(account, tiny, "50000")).isEqualTo(denied);
    }

    @ParameterizedTest
    // At the stop of 49,500 the venue takes 0.00011 for 5; 0.00012 less commission leaves as much.
    // It costs 6.012 at the worst price, and 10 must stay.
    @CsvSource({"16.011, INSUFFICIENT_FUNDS", "16.012,"})
    void cashForLessThanTheVenueTakesDenies(String cash, @Nullable Code denied) {
        var account = running(config(), funds(cash, "10000", "10000", 0));

        assertThat(answer(account, bitcoin(), "50000")).isEqualTo(denied);
    }

    @ParameterizedTest
    // 2 % of it must be worth 6.012, as above.
    @CsvSource({"300.6,", "300.59, TOO_SMALL"})
    void anExitThatTheVenueWouldNotTakeAtTheStopDenies(String equity, @Nullable Code denied) {
        var account = running(config(), funds("10000", equity, equity, 0));

        assertThat(answer(account, bitcoin(), "50000")).isEqualTo(denied);
    }

    private static @Nullable Code answer(AccountRisk account, SymbolMarket market, String entry) {
        return answer(account, market, buy(BTC, entry, 80));
    }

    private static @Nullable Code answer(AccountRisk account, SymbolMarket market, Signal signal) {
        var verdict =
                new RiskDesk()
                        .decide(account, MarketView.of(BTC, market), SIGNAL, signal)
                        .events()
                        .getFirst();
        return verdict instanceof Denied denied ? denied.reason().code() : null;
    }

    private static SymbolMarket bitcoinAt(Tick tick) {
        return new SymbolMarket(tick, bitcoin().instrument(), false, false);
    }

    private static MarketAlert alert(MarketAlert.Kind kind) {
        return new MarketAlert(BTC, kind, "", new TreeMap<>(), NOW);
    }

    private static Instrument bitcoinRules(boolean tradable) {
        var rules = instrument(BTC, "0.01", "0.00001", "5");
        return new Instrument(
                BTC,
                rules.tickSize(),
                rules.stepSize(),
                rules.minQuantity(),
                rules.maxQuantity(),
                rules.minNotional(),
                tradable);
    }

    /** Takes orders of any size. */
    private static Instrument dustless() {
        return instrument(BTC, "0.01", "0.00000000000000001", "0");
    }

    private static Reservation reserved(Symbol symbol, String cash) {
        return new Reservation(symbol, Money.of(cash), EXPIRY, false, 0, null);
    }

    private static OrderId order(long number) {
        return new OrderId(new UUID(1, number));
    }

    private static AccountStateChanged inAsset(String asset, AccountStateChanged funds) {
        return new AccountStateChanged(
                funds.account(),
                new Asset(asset),
                funds.balances(),
                funds.cash(),
                funds.equity(),
                funds.dayStartEquity(),
                funds.weekStartEquity(),
                funds.monthStartEquity(),
                funds.peakEquity(),
                funds.realised(),
                funds.drawdownPct(),
                funds.openPositions(),
                funds.at());
    }
}
