package pro.cryptotrader.runner;

import java.time.Duration;
import pro.cryptotrader.embedded.ChildJvm;
import pro.cryptotrader.embedded.PostgresServer;

/** A component's process while it lives. */
sealed interface Running {
    long pid();

    boolean isAlive();

    /** The last lines it printed, for the message that says why it died. */
    String lastWords();

    /** As {@code kill -9}. */
    void kill() throws InterruptedException;

    /** Stops it in order; by force when that takes longer than {@code bound}. */
    void stop(Duration bound) throws InterruptedException;

    /** A Java process. */
    record Jvm(ChildJvm process) implements Running {
        @Override
        public long pid() {
            return process.pid();
        }

        @Override
        public boolean isAlive() {
            return process.isAlive();
        }

        @Override
        public String lastWords() {
            return process.lastWords();
        }

        @Override
        public void kill() throws InterruptedException {
            process.kill();
        }

        @Override
        public void stop(Duration bound) throws InterruptedException {
            process.stop(bound);
        }
    }

    /** The database. */
    record Database(PostgresServer server) implements Running {
        @Override
        public long pid() {
            return server.pid();
        }

        @Override
        public boolean isAlive() {
            return server.isAlive();
        }

        @Override
        public String lastWords() {
            return "see its log";
        }

        @Override
        public void kill() {
            server.kill();
        }

        /** The server has a bound of its own. */
        @Override
        public void stop(Duration bound) {
            server.close();
        }
    }
}
