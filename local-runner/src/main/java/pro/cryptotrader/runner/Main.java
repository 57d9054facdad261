package pro.cryptotrader.runner;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pro.cryptotrader.embedded.PlatformFailure;

/** The command line: starts the platform, or tells about or stops one that runs. */
@Command(
        name = "./start",
        mixinStandardHelpOptions = true,
        version = "Crypto Trader Pro 0.1.0",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = {
            "Starts Crypto Trader Pro on this machine: PostgreSQL, Kafka, a simulated venue and the"
                    + " seven services.",
            "Trading is SIMULATED unless --venue says otherwise. Ctrl-C stops everything; the data"
                    + " are kept."
        })
public final class Main implements Callable<Integer> {
    private static final Duration STOP_BOUND = Duration.ofMinutes(2);

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "port of the dashboard (default: 8080)")
    private int port = Component.GATEWAY.defaultPort();

    @Option(
            names = "--speed",
            paramLabel = "N",
            description =
                    "market time passes N times faster than wall time, 1 to 300 (default: 60; with"
                            + " --market binance always 1)")
    private @Nullable Integer speed;

    @Option(
            names = "--market",
            paramLabel = "KIND",
            description =
                    "generated: invented prices (default); replay: recorded ones; binance: Binance's"
                            + " live prices, traded on paper")
    private @Nullable String market;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "recorded candles or trades to replay, CSV as Binance publishes it, plain, gzip"
                            + " or zip")
    private List<Path> files = List.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "another seed invents another market (default: 42)")
    private @Nullable Long seed;

    @Option(
            names = "--venue",
            paramLabel = "KIND",
            description =
                    "simulator (default); testnet: Binance's test venue; live: REAL MONEY at Binance."
                            + " The last two need --account, and the keys in VENUE_API_KEY and"
                            + " VENUE_SECRET_KEY at the first start")
    private String venue = "simulator";

    @Option(
            names = "--account",
            paramLabel = "ID",
            description = "the account that trades at a real venue, typed out: main")
    private @Nullable String account;

    @Option(
            names = "--data-dir",
            paramLabel = "FOLDER",
            description = "keeps everything between runs (default: data in the project's folder)")
    private @Nullable Path dataDir;

    @Option(
            names = "--base-port",
            paramLabel = "N",
            description = "first of six ports of the other services (default: 8081)")
    private int basePort = Component.MARKET_MONITOR.defaultPort();

    @Option(
            names = "--simulator-port",
            paramLabel = "N",
            description = "port of the simulated venue (default: 9080)")
    private int simulatorPort = Component.SIMULATOR.defaultPort();

    @Option(
            names = "--postgres-port",
            paramLabel = "N",
            description = "port of PostgreSQL (default: 5433)")
    private int postgresPort = Component.POSTGRESQL.defaultPort();

    @Option(names = "--kafka-port", paramLabel = "N", description = "port of Kafka (default: 9092)")
    private int kafkaPort = Component.KAFKA.defaultPort();

    private final Path home;

    private Main(Path home) {
        this.home = home;
    }

    public static void main(String[] arguments) {
        var home = Path.of(System.getProperty("cryptotrader.home", "")).toAbsolutePath();
        System.exit(commandLine(home).execute(arguments));
    }

    static CommandLine commandLine(Path home) {
        return new CommandLine(new Main(home))
                .setExecutionExceptionHandler((failure, command, parsed) -> complain(failure));
    }

    private static int complain(Exception failure) throws Exception {
        return switch (failure) {
            case Complaint complaint -> {
                System.err.println(sentence(complaint));
                yield complaint.exitCode();
            }
            case PlatformFailure platformFailure -> {
                System.err.println(sentence(platformFailure));
                yield 1;
            }
            default -> throw failure;
        };
    }

    private static String sentence(Exception failure) {
        return "Crypto Trader Pro: " + failure.getMessage();
    }

    /** What was asked for. */
    Settings settings() {
        var chosen = chosenMarket();
        int usual = chosen instanceof Market.Binance || !chosen.isSimulated() ? 1 : 60;
        int given = speed == null ? usual : speed;
        if (given < 1 || given > Settings.FASTEST) {
            throw Complaint.request("--speed is %d, but must be 1 to 300".formatted(given));
        }
        var standard = Settings.standard(home).withMarket(chosen, given).withPorts(ports());
        return dataDir == null ? standard : standard.withDataDir(dataDir);
    }

    private Market chosenMarket() {
        return switch (venue.toLowerCase(Locale.ROOT)) {
            case "simulator" -> simulatedMarket();
            case "testnet" -> exchange(Market.Site.TESTNET);
            case "live" -> exchange(Market.Site.LIVE);
            default ->
                    throw Complaint.request(
                            "--venue is '%s', but must be simulator, testnet or live"
                                    .formatted(venue));
        };
    }

    private Market exchange(Market.Site site) {
        if (market != null || seed != null || !files.isEmpty()) {
            throw Complaint.request(
                    "--venue %s has a market of its own: leave --market, --seed and --data away"
                            .formatted(venue));
        }
        return new Market.Exchange(site, account == null ? "" : account);
    }

    private Market simulatedMarket() {
        if (account != null) {
            throw Complaint.request(
                    "--account goes with --venue testnet or live only, not with simulator");
        }
        var kind = market == null ? "generated" : market.toLowerCase(Locale.ROOT);
        if (!files.isEmpty() && !kind.equals("replay")) {
            throw Complaint.request(
                    "--data goes with --market replay only, not with %s".formatted(kind));
        }
        if (seed != null && !kind.equals("generated")) {
            throw Complaint.request(
                    "--seed goes with --market generated only, not with %s".formatted(kind));
        }
        return switch (kind) {
            case "generated" -> new Market.Generated(seed == null ? 42 : seed);
            case "replay" -> new Market.Replay(files);
            case "binance" -> new Market.Binance();
            default ->
                    throw Complaint.request(
                            "--market is '%s', but must be generated, replay or binance"
                                    .formatted(market));
        };
    }

    private Map<Component, Integer> ports() {
        var ports = new EnumMap<Component, Integer>(Component.class);
        ports.put(Component.GATEWAY, port);
        ports.put(Component.SIMULATOR, simulatorPort);
        ports.put(Component.POSTGRESQL, postgresPort);
        ports.put(Component.KAFKA, kafkaPort);
        int next = basePort;
        for (var component : Component.values()) {
            if (component.isService() && component != Component.GATEWAY) {
                ports.put(component, basePort == 0 ? 0 : next++);
            }
        }
        return ports;
    }

    @Override
    public Integer call() throws InterruptedException {
        var settings = settings();
        var console = new Console(System.out, InstantSource.system());
        var platform = LocalPlatform.prepare(settings, console);
        console.alsoTo(LauncherLog.open(platform.logs().resolve("launcher.log"))::write);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("stop")
                                .unstarted(() -> {
                                    if (!platform.isClosed()) {
                                        console.blank();
                                        console.event("stopping");
                                    }
                                    platform.close();
                                    stopped.countDown();
                                }));
        console.say(
                "Crypto Trader Pro. %s"
                        .formatted(Greeting.kind(settings.market(), settings.speed())));
        platform.start();
        Greeting.print(platform, console);
        stopped.await();
        return 0;
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "Tells what runs and where.")
    int status(@Option(names = "--data-dir", paramLabel = "FOLDER") @Nullable Path folder)
            throws InterruptedException {
        var holder = DataDirectory.holder(folder(folder)).orElse(null);
        if (holder == null) {
            System.out.println("not running on " + folder(folder));
            return 1;
        }
        System.out.printf(
                "running as process %d; dashboard %s%n", holder.pid(), holder.dashboard());
        try (var health = new Health()) {
            for (var entry : holder.ports().entrySet()) {
                var component = entry.getKey();
                var state =
                        !component.isOurs()
                                ? ""
                                : health.isReady(entry.getValue()) ? "ready" : "NOT READY";
                System.out.printf(
                        "  %-24s port %-6d %s%n", component.label(), entry.getValue(), state);
            }
        }
        return 0;
    }

    @Command(
            name = "stop",
            mixinStandardHelpOptions = true,
            description = "Stops everything, as Ctrl-C does.")
    int stop(@Option(names = "--data-dir", paramLabel = "FOLDER") @Nullable Path folder)
            throws Exception {
        var holder = DataDirectory.holder(folder(folder)).orElse(null);
        if (holder == null) {
            System.out.println("not running on " + folder(folder));
            return 0;
        }
        var process = ProcessHandle.of(holder.pid()).orElse(null);
        if (process != null) {
            process.destroy();
            try {
                process.onExit().get(STOP_BOUND.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                throw Complaint.machine(
                        "process %d has not stopped within %d s"
                                .formatted(holder.pid(), STOP_BOUND.toSeconds()));
            }
        }
        System.out.println("stopped");
        return 0;
    }

    private Path folder(@Nullable Path given) {
        return (given == null ? Settings.standard(home).dataDir() : given)
                .toAbsolutePath()
                .normalize();
    }
}
