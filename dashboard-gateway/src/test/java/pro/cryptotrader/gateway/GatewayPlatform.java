package pro.cryptotrader.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import pro.cryptotrader.testing.Platform;

/** Everything the gateway needs: real database and broker, and what a person would configure. */
public final class GatewayPlatform implements QuarkusTestResourceLifecycleManager {
    private static final String PASSWORD = "for-tests-only";

    private final StandIn risk = new StandIn();
    private final StandIn executor = new StandIn();
    private final StandIn venue = new StandIn();
    private final StandIn backtests = new StandIn();

    private Map<String, String> wishes = Map.of();

    @Override
    public void init(Map<String, String> initArgs) {
        wishes = initArgs;
    }

    @Override
    public Map<String, String> start() {
        var platform = Platform.get();
        var schema = wishes.getOrDefault("schema", "gateway");
        platform.createSchema(schema, PASSWORD);
        if (wishes.containsKey("prior-life")) {
            PriorLife.live(platform, schema, PASSWORD);
        }
        venue.answer(200, "{\"market\":\"generated\",\"speed\":60,\"simulated\":true}");
        var settings = new HashMap<String, String>();
        settings.put("kafka.bootstrap.servers", platform.getBootstrapServers());
        settings.put("quarkus.datasource.jdbc.url", platform.getJdbcUrl());
        settings.put("quarkus.datasource.username", schema);
        settings.put("quarkus.datasource.password", PASSWORD);
        settings.put("quarkus.http.test-port", "0");
        settings.put("gateway.admin-password", Gateway.PASSWORD);
        settings.put("master.key", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
        settings.put("gateway.sign-ins-per-minute", "1000");
        settings.put("internal.token", "between-us");
        settings.put("gateway.read-model-generation", wishes.getOrDefault("generation", "1"));
        settings.put("risk.url", risk.start());
        settings.put("executor.url", executor.start());
        settings.put("venue.rest-url", venue.start());
        settings.put("backtest.url", backtests.start());
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                risk, new TestInjector.AnnotatedAndMatchesType(Risk.class, StandIn.class));
        injector.injectIntoFields(
                executor, new TestInjector.AnnotatedAndMatchesType(Executor.class, StandIn.class));
        injector.injectIntoFields(
                backtests,
                new TestInjector.AnnotatedAndMatchesType(BacktestService.class, StandIn.class));
        injector.injectIntoFields(
                venue,
                new TestInjector.AnnotatedAndMatchesType(SimulatedVenue.class, StandIn.class));
    }

    @Override
    public void stop() {
        risk.stop();
        executor.stop();
        venue.stop();
        backtests.stop();
    }

    /** Marks the stand-in for the simulated venue. */
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    public @interface SimulatedVenue {}

    /** Marks the stand-in for backtest-service. */
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    public @interface BacktestService {}

    /** Marks the stand-in for risk-service. */
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    public @interface Risk {}

    /** Marks the stand-in for executor-service. */
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    public @interface Executor {}
}
