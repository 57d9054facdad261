package pro.cryptotrader.backtester.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.backtester.Walk;
import pro.cryptotrader.backtester.engine.AccountPlan;
import pro.cryptotrader.backtester.engine.BacktestSettings;
import pro.cryptotrader.backtester.engine.BacktestSettings.CurveStep;
import pro.cryptotrader.backtester.engine.MarketPlan;
import pro.cryptotrader.backtester.engine.StrategyPlan;
import pro.cryptotrader.backtester.fill.CandleVenue;
import pro.cryptotrader.backtester.fill.FillSettings;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.config.TradingMode;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.engine.Desks;
import pro.cryptotrader.core.engine.EnsembleSignals;
import pro.cryptotrader.core.execution.Abilities;
import pro.cryptotrader.core.execution.EntryForm;
import pro.cryptotrader.core.signal.BreakoutStrategy;
import pro.cryptotrader.core.signal.MeanReversionStrategy;
import pro.cryptotrader.core.signal.MomentumStrategy;
import pro.cryptotrader.core.signal.PullbackStrategy;
import pro.cryptotrader.core.signal.RuleEnsemble;
import pro.cryptotrader.core.signal.RuleEnsemble.Member;
import pro.cryptotrader.core.signal.TrendStrategy;
import pro.cryptotrader.core.signal.VolumeStrategy;

/** Whatever is changed in one of two runs is found, and nothing else is. */
class ParityTest {
    private static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final int CANDLES = 3_000;
    private static final Attribution STRICT = new Attribution(Instant::from);

    @Test
    void equalRunsSayTheSameBytes() {
        var parity = Parity.between(run(live(), honest()), run(live(), honest()), STRICT);

        assertThat(parity.unattributed()).isEmpty();
        assertThat(parity.attributed()).isEmpty();
        assertThat(parity.equal().get(Transcript.Kind.SIGNAL)).isEqualTo(CANDLES - 2_000 + 1);
        assertThat(parity.equal().get(Transcript.Kind.VERDICT)).isGreaterThan(50);
        assertThat(parity.equal().get(Transcript.Kind.FILL)).isGreaterThan(5);
    }

    @Test
    void aChangedFeeIsFoundInTheFirstFill() {
        var parity = Parity.between(run(live(), honest()), run(live(), fee("0.11")), STRICT);

        assertThat(parity.unattributed().stream().filter(line -> line.startsWith("FILL")))
                .first()
                .asString()
                .contains("number 1", "commission");
    }

    @Test
    void aChangedWeightIsFoundInTheSignals() {
        var parity = Parity.between(run(live(), honest()), run(otherWeights(), honest()), STRICT);

        assertThat(parity.unattributed()).first().asString().startsWith("SIGNAL BTC/USDT");
    }

    @Test
    void whatIsMissingOrTooMuchIsFound() {
        var whole = messages();
        var gone = new ArrayList<>(whole);
        gone.removeIf(text -> text.contains("fill.v1"));

        assertThat(Parity.between(of(whole), of(gone), STRICT).unattributed())
                .containsExactly(
                        "FILL main BTC/USDT, number 1: only live it was said: fill.v1 "
                                + data(whole.getLast()));
        assertThat(Parity.between(of(gone), of(whole), STRICT).unattributed())
                .singleElement()
                .asString()
                .contains("only the backtest says");
    }

    @Test
    void aTickLaterIsTheExecutorsClockAndAnythingElseIsNot() {
        var live = of(List.of(intended("2024-01-01T00:00:03Z", "1.5")));
        var backtest = of(List.of(intended("2024-01-01T00:00:05Z", "1.5")));
        var otherPrice = of(List.of(intended("2024-01-01T00:00:05Z", "1.6")));
        var clock = new Attribution(venue -> venue.minusSeconds(2));

        var known = Parity.between(live, backtest, clock);

        assertThat(known.unattributed()).isEmpty();
        assertThat(known.attributed()).containsEntry(Attribution.Cause.MARKET_CLOCK, 1L);
        assertThat(Parity.between(live, backtest, STRICT).unattributed()).hasSize(1);
        assertThat(Parity.between(live, otherPrice, clock).unattributed())
                .singleElement()
                .asString()
                .contains("limitPrice is '1.5' live and '1.6' in the backtest");
    }

    @Test
    void numbersOfOneMillisecondMayBeSwappedAndOthersMayNot() {
        var first = of(List.of(accepted("one", "1", "00"), accepted("two", "2", "00")));
        var swapped = of(List.of(accepted("one", "2", "00"), accepted("two", "1", "00")));
        var later = of(List.of(accepted("one", "1", "00"), accepted("two", "2", "01")));
        var swappedLater = of(List.of(accepted("one", "2", "00"), accepted("two", "1", "01")));

        var known = Parity.between(first, swapped, STRICT);

        assertThat(known.unattributed()).isEmpty();
        assertThat(known.attributed()).containsEntry(Attribution.Cause.ORDER_OF_ARRIVAL, 2L);
        assertThat(Parity.between(later, swappedLater, STRICT).unattributed()).hasSize(2);
    }

    private static String accepted(String account, String number, String second) {
        return "{\"id\":\"%1$s\",\"type\":\"order.accepted.v1\",\"data\":{\"account\":\"%1$s\",\"orderId\":\"%1$s\",\"symbol\":\"BTC/USDT\",\"venueOrderId\":\"%2$s\",\"at\":\"2024-01-01T00:00:%3$sZ\"}}"
                .formatted(account, number, second);
    }

    @Test
    void aMessageThatWasDeliveredTwiceIsOneMessage() {
        var once = messages();
        var twice = new ArrayList<>(once);
        twice.addAll(once);

        assertThat(Parity.between(of(once), of(twice), STRICT).unattributed()).isEmpty();
    }

    private static List<String> messages() {
        return List.of(
                intended("2024-01-01T00:00:05Z", "1.5"),
                message(
                        "fill.v1",
                        "{\"account\":\"main\",\"symbol\":\"BTC/USDT\",\"price\":\"1.5\"}"));
    }

    private static String intended(String at, String price) {
        return message(
                "order.intended.v1",
                "{\"account\":\"main\",\"orderId\":\"7\",\"symbol\":\"BTC/USDT\",\"limitPrice\":\"%s\",\"at\":\"%s\"}"
                        .formatted(price, at));
    }

    private static String message(String type, String data) {
        return "{\"id\":\"of %1$s\",\"type\":\"%1$s\",\"data\":%2$s}".formatted(type, data);
    }

    private static String data(String message) {
        return message.substring(message.indexOf("\"data\":") + 7, message.length() - 1);
    }

    private static Transcript of(List<String> messages) {
        var transcript = new Transcript();
        messages.forEach(transcript::addMessage);
        return transcript;
    }

    private static Transcript run(StrategyPlan strategy, FillSettings fills) {
        var defaults = TradingConfig.defaults();
        var config =
                new TradingConfig(
                        true,
                        TradingMode.AGGRESSIVE,
                        false,
                        Interval.M5,
                        List.of(BTC),
                        defaults.risk(),
                        defaults.notifications());
        return ParityRun.of(
                new BacktestSettings(
                        Walk.START.plusSeconds(2_000 * 300L),
                        Walk.START.plusSeconds(CANDLES * 300L),
                        fills,
                        CurveStep.DAY),
                strategy,
                List.of(
                        new MarketPlan(
                                Walk.instrument(BTC), Walk.of(BTC, Interval.M5, 1, CANDLES))),
                List.of(new AccountPlan(new AccountId("main"), config, Money.of("10000"))),
                (market, funds, reports) -> new CandleVenue(fills, market, funds, reports),
                Desks.live(EntryForm.OPOCO, Abilities.NONE, new BigDecimal("0.001")));
    }

    private static StrategyPlan live() {
        return StrategyPlan.live();
    }

    private static StrategyPlan otherWeights() {
        var live = StrategyPlan.live();
        return new StrategyPlan(
                live.name(),
                (symbol, interval) ->
                        new EnsembleSignals(symbol, interval, ParityTest::otherEnsemble),
                live.warmUp(),
                live.exits(),
                live.mostSlippagePct());
    }

    /** Momentum has one per cent more of a say, breakouts one less. */
    private static RuleEnsemble otherEnsemble() {
        return new RuleEnsemble(
                List.of(
                        new Member(new TrendStrategy(), 25),
                        new Member(new MomentumStrategy(), 21),
                        new Member(new MeanReversionStrategy(), 15),
                        new Member(new BreakoutStrategy(), 14),
                        new Member(new VolumeStrategy(), 10),
                        new Member(new PullbackStrategy(), 15)));
    }

    private static FillSettings honest() {
        return FillSettings.honest();
    }

    private static FillSettings fee(String percent) {
        var honest = FillSettings.honest();
        return new FillSettings(
                honest.spreadPct(),
                honest.slippagePct(),
                new BigDecimal(percent),
                new BigDecimal(percent),
                honest.feeAsset(),
                honest.participationPct(),
                honest.latency(),
                honest.assumptions());
    }
}
