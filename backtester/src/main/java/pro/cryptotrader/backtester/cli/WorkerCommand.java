package pro.cryptotrader.backtester.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pro.cryptotrader.backtester.distribution.TrialWorker;

/** Makes other people's trials. */
@Command(
        name = "worker",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the trials of 'optimise --distribute', as one of any number of workers on any"
                    + " number of machines, until it is stopped.",
            "Its candle store must hold the candles of the study; with others it leaves, exit code 1."
        })
public final class WorkerCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private StoreOption store = new StoreOption();
    @Mixin private BrokerOptions broker = new BrokerOptions();

    @Option(names = "--threads", description = "Trials at once. Default: all cores.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() {
        var output = new Output(spec, false);
        var name = host() + "-" + ProcessHandle.current().pid();
        try (var worker =
                new TrialWorker(
                        broker.broker(),
                        broker.pool(),
                        name,
                        threads,
                        (symbol, interval, _, _) -> store.store().open(symbol, interval),
                        _ -> true,
                        InstantSource.system())) {
            output.note("worker %s of pool %s".formatted(name, broker.pool()));
            worker.run();
        }
        return Output.OK;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "worker";
        }
    }
}
