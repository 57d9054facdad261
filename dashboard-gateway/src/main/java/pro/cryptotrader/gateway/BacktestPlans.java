package pro.cryptotrader.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.config.ConfigRefused;
import pro.cryptotrader.contracts.config.ConfigRules;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.event.BacktestFills;
import pro.cryptotrader.contracts.event.BacktestPlan;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.gateway.access.Caller;
import pro.cryptotrader.gateway.backtest.WantedBacktest;
import pro.cryptotrader.gateway.config.Configs;

/** Fills what a request leaves open from the account's own configuration, and checks the whole. */
@ApplicationScoped
public class BacktestPlans {
    private static final Money CASH = Money.of("10000");

    private final Configs configs;

    BacktestPlans(Configs configs) {
        this.configs = configs;
    }

    /** The account that is meant. */
    public AccountId account(@Nullable String named, Caller caller) {
        if (named == null && caller.accounts().size() == 1) {
            return caller.accounts().first();
        }
        return caller.accounts().stream()
                .filter(account -> account.toString().equals(named))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("This account"));
    }

    /** The whole plan. */
    @Transactional
    public BacktestPlan plan(AccountId account, WantedBacktest wanted) {
        if (wanted.from() == null || wanted.to() == null) {
            throw Refusal.invalid("from and to are times such as 2026-01-31T00:00:00Z");
        }
        var config = config(account, wanted);
        try {
            return new BacktestPlan(
                    config.symbols(),
                    config.interval(),
                    or(wanted.candles(), Interval.M1),
                    config.mode(),
                    config.risk(),
                    wanted.from(),
                    wanted.to(),
                    or(wanted.cash(), CASH),
                    or(wanted.fills(), BacktestFills.honest()));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(String.valueOf(e.getMessage()));
        }
    }

    private TradingConfig config(AccountId account, WantedBacktest wanted) {
        var own =
                configs.of(account)
                        .map(configs::read)
                        .orElseThrow(() -> Refusal.notFound("This account's configuration"));
        var config =
                new TradingConfig(
                        true,
                        or(wanted.mode(), own.mode()),
                        own.paperTrading(),
                        or(wanted.interval(), own.interval()),
                        or(wanted.symbols(), own.symbols()),
                        or(wanted.risk(), own.risk()),
                        own.notifications());
        try {
            return ConfigRules.check(config);
        } catch (ConfigRefused e) {
            throw new Refusal(
                    400,
                    "Not valid",
                    String.valueOf(e.getMessage()),
                    e.problems().stream()
                            .map(problem ->
                                    new Refusal.FieldError(
                                            problem.field(), problem.value(), problem.allowed()))
                            .toList());
        }
    }

    private static <T> T or(@Nullable T wanted, T otherwise) {
        return wanted == null ? otherwise : wanted;
    }
}
