package pro.cryptotrader.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The modules, the package each owns and what each may import: the table of docs/architecture.md.
 */
enum House {
    CONTRACTS("contracts", "contracts"),
    TRADING_CORE("trading-core", "core", CONTRACTS),
    BINANCE_SPOT("binance-spot", "binance", CONTRACTS),
    EMBEDDED_PLATFORM("embedded-platform", "embedded"),
    MESSAGING("messaging", "messaging", CONTRACTS),
    SERVICE_TESTING("service-testing", "testing", CONTRACTS, EMBEDDED_PLATFORM),
    EXCHANGE_SIMULATOR("exchange-simulator", "simulator"),
    MARKET_MONITOR(
            "market-monitor-service", "market", CONTRACTS, TRADING_CORE, BINANCE_SPOT, MESSAGING),
    SIGNAL("signal-service", "signal", CONTRACTS, TRADING_CORE, MESSAGING),
    RISK("risk-service", "risk", CONTRACTS, TRADING_CORE, MESSAGING),
    EXECUTOR("executor-service", "executor", CONTRACTS, TRADING_CORE, BINANCE_SPOT, MESSAGING),
    POSITION("position-service", "position", CONTRACTS, TRADING_CORE, MESSAGING),
    NOTIFICATION("notification-service", "notification", CONTRACTS, MESSAGING),
    GATEWAY("dashboard-gateway", "gateway", CONTRACTS, MESSAGING),
    BACKTESTER("backtester", "backtester", CONTRACTS, TRADING_CORE),
    BACKTEST("backtest-service", "backtest", CONTRACTS, MESSAGING, BACKTESTER),
    LOCAL_RUNNER("local-runner", "runner", EMBEDDED_PLATFORM),
    BENCHMARKS("benchmarks", "benchmarks", CONTRACTS, TRADING_CORE, BACKTESTER);

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final String folder;
    private final String packageName;

    // An enum's constructor cannot make an EnumSet of its own constants yet; the set is never
    // handed out.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<House> mayImport;

    House(String folder, String packageName, House... mayImport) {
        this.folder = folder;
        this.packageName = packageName;
        this.mayImport = List.of(mayImport);
    }

    String packages() {
        return "pro.cryptotrader." + packageName + "..";
    }

    /** The packages of all modules that this one must not know. */
    String[] forbidden() {
        return Arrays.stream(values())
                .filter(other -> other != this && !mayImport.contains(other))
                .map(House::packages)
                .toArray(String[]::new);
    }

    Path folder() {
        return ROOT.resolve(folder);
    }

    Path classesFolder() {
        return folder().resolve("target/classes");
    }

    JavaClasses classes() {
        if (!Files.isDirectory(classesFolder())) {
            throw new IllegalStateException(
                    classesFolder() + " is missing: build all modules first");
        }
        return new ClassFileImporter().importPath(classesFolder());
    }

    static JavaClasses everything() {
        return new ClassFileImporter()
                .importPaths(Arrays.stream(values()).map(House::classesFolder).toList());
    }

    static Path root() {
        return ROOT;
    }
}
