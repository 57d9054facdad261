package pro.cryptotrader.runner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where prices come from, and with {@link Exchange} where orders go, too. */
public sealed interface Market {
    /** What Binance publishes to everybody. */
    String BINANCE_REST = "https://data-api.binance.vision";

    String BINANCE_STREAM = "wss://data-stream.binance.vision";

    /** As a person reads it; also what a data folder remembers. */
    String description();

    /** Whether nothing is traded but at the simulated venue. */
    default boolean isSimulated() {
        return true;
    }

    /** The simulator's settings for it; none when it has no part in it. */
    SortedMap<String, String> simulatorEnvironment();

    /**
     * Invented prices.
     *
     * @param seed the same seed makes the same market
     */
    record Generated(long seed) implements Market {
        @Override
        public String description() {
            return "generated, seed " + seed;
        }

        @Override
        public SortedMap<String, String> simulatorEnvironment() {
            var environment = new TreeMap<String, String>();
            environment.put("SIM_MARKET", "generated");
            environment.put("SIM_SEED", Long.toString(seed));
            return environment;
        }
    }

    /**
     * Recorded candles or trades in Binance Vision's CSV format, plain, gzip or zip.
     *
     * @param files at least one; each name begins with the venue's symbol and a dash
     */
    record Replay(List<Path> files) implements Market {
        public Replay {
            files = files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
            if (files.isEmpty()) {
                throw Complaint.request(
                        "--market replay needs recorded data: add --data FILE, such as"
                                + " --data BTCUSDT-1m-2025-01.zip");
            }
            for (var file : files) {
                if (!Files.isReadable(file)) {
                    throw Complaint.request("--data %s cannot be read".formatted(file));
                }
                if (file.toString().contains(",")) {
                    throw Complaint.request("--data %s has a comma in its name".formatted(file));
                }
            }
        }

        @Override
        public String description() {
            return "replay of "
                    + files.stream()
                            .map(file -> String.valueOf(file.getFileName()))
                            .collect(Collectors.joining(", "));
        }

        @Override
        public SortedMap<String, String> simulatorEnvironment() {
            var environment = new TreeMap<String, String>();
            environment.put("SIM_MARKET", "replay");
            environment.put(
                    "SIM_FILES",
                    files.stream().map(Path::toString).collect(Collectors.joining(",")));
            return environment;
        }
    }

    /** Binance's public live prices, traded on paper. */
    record Binance() implements Market {
        @Override
        public String description() {
            return "Binance's live prices, traded on paper";
        }

        @Override
        public SortedMap<String, String> simulatorEnvironment() {
            var environment = new TreeMap<String, String>();
            environment.put("SIM_MARKET", "upstream");
            environment.put("SIM_UPSTREAM_REST_URL", BINANCE_REST);
            environment.put("SIM_UPSTREAM_STREAM_URL", BINANCE_STREAM);
            return environment;
        }
    }

    /**
     * A real venue: prices from there, orders to there, no simulator.
     *
     * @param account the one account that trades, as the dashboard calls it
     */
    record Exchange(Site site, String account) implements Market {
        public Exchange {
            if (account.isBlank()) {
                throw Complaint.request(
                        "--venue %s needs the account that trades, typed out: --account main"
                                .formatted(site.option()));
            }
        }

        @Override
        public String description() {
            return site.description() + ", account " + account;
        }

        @Override
        public boolean isSimulated() {
            return false;
        }

        @Override
        public SortedMap<String, String> simulatorEnvironment() {
            return new TreeMap<>();
        }
    }

    /** The real venues. */
    enum Site {
        TESTNET(
                "Binance's test venue (TESTNET)",
                "https://testnet.binance.vision",
                "wss://stream.testnet.binance.vision"),
        LIVE("Binance with real money (LIVE)", BINANCE_REST, BINANCE_STREAM);

        private final String description;
        private final String restUrl;
        private final String streamUrl;

        Site(String description, String restUrl, String streamUrl) {
            this.description = description;
            this.restUrl = restUrl;
            this.streamUrl = streamUrl;
        }

        String description() {
            return description;
        }

        /** As it is typed. */
        String option() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Where candles are asked for. */
        String restUrl() {
            return restUrl;
        }

        /** Where prices are told. */
        String streamUrl() {
            return streamUrl;
        }
    }
}
