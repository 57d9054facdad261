package pro.cryptotrader.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} a PostgreSQL with the service's schema and a broker:
 * {@code @WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "schema",
 * value = "risk"))}. Schemas start empty and are shared by the test classes of one run.
 */
public final class PlatformResource implements QuarkusTestResourceLifecycleManager {
    private static final String PASSWORD = "for-tests-only";

    private final Map<String, String> settings = new HashMap<>();
    private String schema = "";

    @Override
    public void init(Map<String, String> initArgs) {
        var given = initArgs.get("schema");
        if (given == null) {
            throw new IllegalArgumentException(
                    "PlatformResource needs the init argument 'schema', such as 'risk'");
        }
        schema = given;
        initArgs.forEach((name, value) -> {
            if (!name.equals("schema")) {
                settings.put(name, value);
            }
        });
    }

    /** The settings of the service under test; further init arguments are added as they are. */
    @Override
    public Map<String, String> start() {
        var platform = Platform.get();
        platform.createSchema(schema, PASSWORD);
        var result = new HashMap<String, String>();
        result.put("kafka.bootstrap.servers", platform.getBootstrapServers());
        result.put("quarkus.datasource.jdbc.url", platform.getJdbcUrl());
        result.put("quarkus.datasource.username", schema);
        result.put("quarkus.datasource.password", PASSWORD);
        result.put("quarkus.http.test-port", "0");
        result.putAll(settings);
        return result;
    }

    /** Nothing: the next test class uses the same platform, and it ends with the process. */
    @Override
    public void stop() {}
}
