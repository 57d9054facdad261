package pro.cryptotrader.backtester.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.cryptotrader.contracts.event.TrialEvent.TrialFinished;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.embedded.KafkaProcess;
import pro.cryptotrader.embedded.KafkaSettings;

/** Trials by worker processes over a real broker, one of them killed while it works. */
class DistributedTrialsIT {
    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final int CANDLES = 16_000;
    private static final int TRIALS = 48;

    @TempDir static Path folder;
    private static KafkaProcess kafka;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        kafka =
                KafkaProcess.start(
                        new KafkaSettings(folder.resolve("kafka"), 0, 0),
                        folder.resolve("kafka.log"));
        importCandles("store", 20);
        importCandles("other-store", 21);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    private static void importCandles(String store, long seed) throws IOException {
        var random = new Random(seed);
        var text = new StringBuilder();
        long price = 4_000_000;
        for (int i = 0; i < CANDLES; i++) {
            long close = price + Math.round(random.nextGaussian() * 8_000);
            text.append(
                    "%d,%.2f,%.2f,%.2f,%.2f,15.5,0,600000,900\n"
                            .formatted(
                                    START.plusSeconds(300L * i).toEpochMilli(),
                                    price / 100.0,
                                    (Math.max(price, close) + random.nextInt(3_000)) / 100.0,
                                    (Math.min(price, close) - random.nextInt(3_000)) / 100.0,
                                    close / 100.0));
            price = close;
        }
        var file = folder.resolve(store + "-BTCUSDT-5m-2024-01.csv");
        var named = Files.createDirectories(folder.resolve(store + "-csv"));
        Files.move(Files.writeString(file, text), named.resolve("BTCUSDT-5m-2024-01.csv"));
        var exit =
                Backtest.commandLine()
                        .setOut(new PrintWriter(new StringWriter()))
                        .execute("data", "import", named.toString(), "--store=" + path(store));
        assertThat(exit).isZero();
    }

    private static Path path(String name) {
        return folder.resolve(name);
    }

    /** What a command said. */
    private record Said(int exit, String out, String err) {}

    private static Said optimise(String log, String... more) {
        var out = new StringWriter();
        var err = new StringWriter();
        var arguments =
                new ArrayList<>(
                        List.of(
                                "optimise",
                                "--json",
                                "--store=" + path("store"),
                                "--symbols=BTC/USDT",
                                "--from=2024-01-10",
                                "--to=2024-02-24",
                                "-p",
                                "stop_loss_pct=0.5:4:0.5",
                                "-p",
                                "take_profit_pct=1:6:1",
                                "--objective=PROFIT",
                                "--log=" + path(log)));
        arguments.addAll(List.of(more));
        int exit =
                Backtest.commandLine()
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(arguments.toArray(String[]::new));
        return new Said(exit, out.toString(), err.toString());
    }

    private static Process worker(String store, String pool) throws IOException {
        var classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path", ""));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        Backtest.class.getName(),
                        "worker",
                        "--store=" + path(store),
                        "--bootstrap-servers=" + kafka.bootstrapServers(),
                        "--pool=" + pool,
                        "--threads=1")
                .redirectErrorStream(true)
                .redirectOutput(path(pool + "-workers.log").toFile())
                .start();
    }

    @Test
    void theRankingIsTheLocalOneThoughAWorkerIsKilledAndResultsComeTwice() throws Exception {
        var local = optimise("local.jsonl");
        assertThat(local.exit()).as(local.err()).isZero();
        var over = new String[] {"--distribute", "--bootstrap-servers=" + kafka.bootstrapServers()};
        var victim = worker("store", "research");
        var survivor = worker("store", "research");
        try {
            await("both workers share the trials")
                    .atMost(BOUND)
                    .ignoreExceptions()
                    .until(() -> members() == 2);

            var distributed = CompletableFuture.supplyAsync(() -> optimise("over.jsonl", over));
            await("the victim works").atMost(BOUND).until(() -> !madeBy(victim).isEmpty());
            victim.destroyForcibly().waitFor();
            assertThat(distributed).as("the study goes on").isNotDone();

            assertThat(distributed.get(BOUND.toSeconds(), TimeUnit.SECONDS).out())
                    .isEqualTo(local.out());
            assertThat(madeBy(survivor)).isNotEmpty();
            assertThat(results(_ -> true).stream().map(TrialFinished::trialId).distinct())
                    .hasSize(TRIALS);
        } finally {
            survivor.destroyForcibly().waitFor();
            victim.destroyForcibly().waitFor();
        }

        doubleEveryResult();
        var resumed = optimise("resumed.jsonl", "--patience=PT30S", over[0], over[1]);
        assertThat(resumed.out())
                .as("known results are taken without any worker, each the first time it was told")
                .isEqualTo(local.out());
    }

    @Test
    void aWorkerWithOtherCandlesTakesNoPart() throws Exception {
        var stranger = worker("other-store", "strangers");
        try {
            var said =
                    optimise(
                            "strangers.jsonl",
                            "--distribute",
                            "--bootstrap-servers=" + kafka.bootstrapServers(),
                            "--pool=strangers",
                            // A study of its own: nothing of it is known yet.
                            "--cash=9000",
                            "--patience=PT20S");

            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.err()).contains("no worker of pool 'strangers' has finished a trial");
            assertThat(stranger.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(stranger.exitValue()).isEqualTo(1);
            assertThat(Files.readString(path("strangers-workers.log")))
                    .contains("the 5m candles of BTC/USDT", "are not those of the study");
        } finally {
            stranger.destroyForcibly().waitFor();
        }
    }

    private static long members() throws Exception {
        var group = "backtest-workers-research";
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            var described = admin.describeConsumerGroups(List.of(group)).all().get().get(group);
            return Objects.requireNonNull(described).members().stream()
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .count();
        }
    }

    private static List<TrialFinished> madeBy(Process worker) {
        return results(result -> result.worker().endsWith("-" + worker.pid()));
    }

    /** Everything that is on the topic of results now. */
    private static List<TrialFinished> results(Predicate<TrialFinished> wanted) {
        var found = new ArrayList<TrialFinished>();
        for (var envelope : envelopes()) {
            if (envelope.data() instanceof TrialFinished result && wanted.test(result)) {
                found.add(result);
            }
        }
        return found;
    }

    private static List<Envelope<?>> envelopes() {
        var topic = Topic.BACKTEST_RESULTS;
        var found = new ArrayList<Envelope<?>>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic.topicName()).stream()
                            .map(each -> new TopicPartition(each.topic(), each.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    found.add(EventJson.read(message.value()));
                }
            }
        }
        return found;
    }

    /** Tells every result again, with a figure that would change the ranking if it counted. */
    private static void doubleEveryResult() throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            for (var envelope : envelopes()) {
                if (envelope.data() instanceof TrialFinished result) {
                    var figures = new TreeMap<>(result.figures());
                    figures.put("profit", Integer.toString(result.trialId().hashCode()));
                    var doubled =
                            new TrialFinished(
                                    result.trialId(),
                                    result.studyId(),
                                    result.values(),
                                    figures,
                                    result.ordersHash(),
                                    null,
                                    null,
                                    "somebody");
                    var told =
                            Envelope.root(
                                    envelope.id(), "backtest-service", envelope.time(), doubled);
                    producer.send(
                                    new ProducerRecord<>(
                                            Topic.BACKTEST_RESULTS.topicName(),
                                            doubled.key(),
                                            EventJson.write(told)))
                            .get();
                }
            }
        }
    }
}
