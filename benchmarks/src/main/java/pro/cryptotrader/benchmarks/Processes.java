package pro.cryptotrader.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Virtual machines of the same program, each contestant's with the same flags. */
final class Processes {
    /**
     * A collector without barriers for reading, and room for the young: what is measured is the
     * program, and everybody gets the same.
     */
    static final List<String> FLAGS = List.of("-XX:+UseParallelGC", "-Xms1g", "-Xmx2g", "-Xmn512m");

    private Processes() {}

    /** Starts one; its errors go where ours go. */
    static Process start(List<String> flags, String mainClass, List<String> arguments)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** What it says on standard output until it ends. */
    static List<String> said(Process process) throws IOException, InterruptedException {
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.lines().toList();
    }

    /** How many want a core now, on the average of a minute. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
