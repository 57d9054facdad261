package pro.cryptotrader.backtester.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pro.cryptotrader.backtester.data.Verification;
import pro.cryptotrader.backtester.store.StoredCandles;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

/** What there is to run on. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = "Brings recorded candles in and says what there is.",
        subcommands = {
            DataImport.class,
            DataDownload.class,
            DataCommand.ListAll.class,
            DataCommand.Verify.class
        })
public final class DataCommand {

    /** What the store has. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists symbols and intervals with their time and size.")
    static final class ListAll implements Callable<Integer> {
        @Spec private CommandSpec spec = CommandSpec.create();
        @Mixin private StoreOption store = new StoreOption();

        @Option(names = "--json", description = "Write JSON.")
        private boolean json;

        /** One file. */
        record Entry(
                Symbol symbol,
                Interval interval,
                long candles,
                String first,
                String last,
                long bytes) {
            static Entry of(StoredCandles stored) {
                return new Entry(
                        stored.symbol(),
                        stored.interval(),
                        stored.size(),
                        stored.first().toString(),
                        stored.last().toString(),
                        stored.bytes());
            }
        }

        @Override
        public Integer call() throws IOException {
            var output = new Output(spec, json);
            var entries = store.store().list().stream().map(Entry::of).toList();
            for (var entry : entries) {
                output.line(
                        "%-12s %-4s %,12d candles  %s to %s  %,d bytes"
                                .formatted(
                                        entry.symbol(),
                                        entry.interval().code(),
                                        entry.candles(),
                                        entry.first(),
                                        entry.last(),
                                        entry.bytes()));
            }
            if (entries.isEmpty()) {
                output.line("%s holds no candles".formatted(store.store().root()));
            }
            output.document(entries);
            return Output.OK;
        }
    }

    /** Whether it is in order. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Reads candles and reports gaps, disorder, contradicting prices, impossible volumes"
                        + " and jumps.",
                "Exit code 3 when candles are in disorder or contradict themselves."
            })
    static final class Verify implements Callable<Integer> {
        @Spec private CommandSpec spec = CommandSpec.create();
        @Mixin private StoreOption store = new StoreOption();

        @Option(names = "--symbol", description = "Only this symbol, such as BTC/USDT.")
        private @Nullable Symbol symbol;

        @Option(names = "--interval", description = "Only this interval, such as 1m.")
        private @Nullable Interval interval;

        @Option(names = "--json", description = "Write JSON.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            var output = new Output(spec, json);
            List<Verification> reports = new ArrayList<>();
            for (var stored : store.store().list()) {
                if ((symbol == null || symbol.equals(stored.symbol()))
                        && (interval == null || interval == stored.interval())) {
                    reports.add(Verification.of(stored));
                    tell(output, reports.getLast());
                }
            }
            output.document(reports);
            return reports.stream().allMatch(Verification::isSound) ? Output.OK : Output.FINDINGS;
        }

        private static void tell(Output output, Verification report) {
            output.line(
                    ("%s %s: %,d candles, %d gaps with %d missing, %d in disorder, %d contradictions,"
                                    + " %d with impossible volumes, %d jumps, %d without trades: %s")
                            .formatted(
                                    report.symbol(),
                                    report.interval().code(),
                                    report.candles(),
                                    report.gaps(),
                                    report.missing(),
                                    report.disorder(),
                                    report.contradictions(),
                                    report.implausible(),
                                    report.jumps(),
                                    report.quiet(),
                                    report.isSound() ? "sound" : "NOT SOUND"));
            report.problems().forEach(problem -> output.line("  " + problem));
        }
    }
}
