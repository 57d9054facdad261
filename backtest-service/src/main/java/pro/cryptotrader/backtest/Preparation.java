package pro.cryptotrader.backtest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import pro.cryptotrader.backtest.outbound.Market;
import pro.cryptotrader.backtester.data.ExchangeInfo;
import pro.cryptotrader.backtester.distribution.Blueprint;
import pro.cryptotrader.backtester.engine.BacktestSettings.CurveStep;
import pro.cryptotrader.backtester.engine.MarketPlan;
import pro.cryptotrader.backtester.research.Experiment;
import pro.cryptotrader.contracts.event.BacktestPlan;
import pro.cryptotrader.contracts.value.Interval;

/** Brings what a plan needs: candles and rules. */
@ApplicationScoped
class Preparation {
    private final Market market;

    Preparation(Market market) {
        this.market = market;
    }

    /** The experiment of {@code plan}, its candles in the store. */
    Experiment experiment(BacktestPlan plan, CurveStep curve, Ticket ticket)
            throws IOException, InterruptedException {
        var rules = market.rules(plan.symbols());
        var first = Blueprint.firstRead(plan, plan.interval());
        var seconds = Duration.between(first, plan.to()).toSeconds();
        var markets = new ArrayList<MarketPlan>();
        for (var symbol : plan.symbols()) {
            var note = "brings candles of " + symbol;
            ticket.phase(note, seconds);
            var candles =
                    market.candles(
                            symbol,
                            plan.candles(),
                            first,
                            plan.to(),
                            (reached, _) ->
                                    ticket.at(
                                            Duration.between(first, reached).toSeconds(),
                                            seconds,
                                            note));
            if (candles.count(plan.from(), plan.to()) == 0) {
                throw new IllegalArgumentException(
                        "the market has no %s candles of %s between %s and %s; it has %s to %s"
                                .formatted(
                                        plan.candles().code(),
                                        symbol,
                                        plan.from(),
                                        plan.to(),
                                        candles.first(),
                                        candles.last()));
            }
            markets.add(
                    new MarketPlan(
                            rules.find(symbol).orElseGet(() -> ExchangeInfo.guessed(candles)),
                            candles));
        }
        return Blueprint.experiment(plan, markets, curve);
    }

    /** How many candles a run of {@code plan} reads. */
    static long candles(BacktestPlan plan) {
        return candles(plan, plan.candles());
    }

    private static long candles(BacktestPlan plan, Interval interval) {
        var first = Blueprint.firstRead(plan, plan.interval());
        return plan.symbols().size()
                * (Duration.between(first, plan.to()).toSeconds() / interval.seconds());
    }
}
