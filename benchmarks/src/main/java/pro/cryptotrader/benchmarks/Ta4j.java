package pro.cryptotrader.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.BaseTradingRecord;
import org.ta4j.core.Strategy;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.analysis.cost.ZeroCostModel;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.backtest.TradeExecutionModel;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.ta4j.core.rules.StopGainRule;
import org.ta4j.core.rules.StopLossRule;
import org.ta4j.core.rules.UnderIndicatorRule;

/**
 * ta4j with doubles: its own series, indicators, rules and trading record; ours is only the size of
 * a position, which it does not know. Its equity changes with trades only.
 */
final class Ta4j implements Contestant {
    private final Bars bars;
    private final boolean batch;

    private Ta4j(Bars bars, boolean batch) {
        this.bars = bars;
        this.batch = batch;
    }

    /** All candles first, then the strategy over them. */
    static Ta4j batch(Bars bars) {
        return new Ta4j(bars, true);
    }

    /** One candle after the other, as they come live. */
    static Ta4j barByBar(Bars bars) {
        return new Ta4j(bars, false);
    }

    @Override
    public String name() {
        return batch ? "ta4j DoubleNum, batch" : "ta4j DoubleNum, bar by bar";
    }

    @Override
    public Outcome run() {
        var series =
                new BaseBarSeriesBuilder().withNumFactory(DoubleNumFactory.getInstance()).build();
        var purse = new Purse();
        if (batch) {
            for (int i = 0; i < bars.size(); i++) {
                add(series, i);
            }
            var record =
                    new BarSeriesManager(series, new ZeroCostModel(), new ZeroCostModel(), purse)
                            .run(strategy(series));
            return purse.outcome(record, series);
        }
        var strategy = strategy(series);
        var record = new BaseTradingRecord();
        boolean operate = false;
        for (int i = 0; i < bars.size(); i++) {
            add(series, i);
            if (operate) {
                purse.execute(i - 1, record, series, series.numFactory().one());
            }
            operate = strategy.shouldOperate(i, record);
        }
        return purse.outcome(record, series);
    }

    private void add(BarSeries series, int i) {
        var columns = bars.columns();
        long length = bars.interval().seconds();
        series.barBuilder()
                .timePeriod(Duration.ofSeconds(length))
                .endTime(Instant.ofEpochMilli(columns.openTime(i) + length * 1_000))
                .openPrice(columns.open(i) / 100.0)
                .highPrice(columns.high(i) / 100.0)
                .lowPrice(columns.low(i) / 100.0)
                .closePrice(columns.close(i) / 100.0)
                .volume(columns.volume(i) / 100_000.0)
                .add();
    }

    private static Strategy strategy(BarSeries series) {
        var close = new ClosePriceIndicator(series);
        var fast = new EMAIndicator(close, 12);
        var slow = new EMAIndicator(close, 26);
        var rsi = new RSIIndicator(close, 14);
        return new BaseStrategy(
                new CrossedUpIndicatorRule(fast, slow).and(new UnderIndicatorRule(rsi, 70)),
                new CrossedDownIndicatorRule(fast, slow)
                        .or(new StopLossRule(close, 1))
                        .or(new StopGainRule(close, 2)),
                CrossSignals.SILENT);
    }

    /** Buys two per cent of what there is at the next open, and pays a tenth of a per cent. */
    private static final class Purse implements TradeExecutionModel {
        private double cash = 10_000;
        private double units;

        @Override
        public void execute(int index, TradingRecord record, BarSeries series, Num amount) {
            int next = index + 1;
            if (next > series.getEndIndex()) {
                return;
            }
            var price = series.getBar(next).getOpenPrice();
            double open = price.doubleValue();
            if (record.isClosed()) {
                units = cash * 0.02 / open;
                cash -= units * open * 1.001;
            } else {
                cash += units * open * 0.999;
            }
            record.operate(next, price, series.numFactory().numOf(units));
            if (record.isClosed()) {
                units = 0;
            }
        }

        Outcome outcome(TradingRecord record, BarSeries series) {
            double last = series.getLastBar().getClosePrice().doubleValue();
            List<Outcome.Deal> deals =
                    record.getPositions().stream()
                            .map(position ->
                                    new Outcome.Deal(
                                            time(series, position.getEntry().getIndex()),
                                            position.getEntry().getPricePerAsset().doubleValue(),
                                            time(series, position.getExit().getIndex()),
                                            position.getExit().getPricePerAsset().doubleValue()))
                            .toList();
            return new Outcome(cash + units * last, deals);
        }

        private static long time(BarSeries series, int index) {
            return series.getBar(index).getBeginTime().toEpochMilli();
        }
    }
}
