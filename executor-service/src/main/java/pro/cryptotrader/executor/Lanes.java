package pro.cryptotrader.executor;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * One lane per key: what is put on it runs in order and never at the same time; lanes do not wait
 * for each other. As many lanes as there are accounts and traded symbols.
 */
@ApplicationScoped
class Lanes {
    private static final Logger LOG = Logger.getLogger(Lanes.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Object, Lane> lanes = new ConcurrentHashMap<>();

    /** Puts a task on a lane; what it throws is logged. */
    void run(Object key, Runnable task) {
        var _ =
                call(key, task)
                        .whenComplete((_, failure) -> {
                            if (failure != null) {
                                LOG.errorf(failure, "a task on lane %s failed", key);
                            }
                        });
    }

    /** Puts a task on a lane; the answer completes when it has run, exceptionally when it threw. */
    CompletableFuture<Void> call(Object key, Runnable task) {
        return lanes.computeIfAbsent(key, _ -> new Lane()).put(task);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    private final class Lane {
        private final Queue<Runnable> tasks = new ArrayDeque<>();
        private boolean busy;

        CompletableFuture<Void> put(Runnable task) {
            var done = new CompletableFuture<Void>();
            synchronized (this) {
                tasks.add(() -> {
                    try {
                        task.run();
                        done.complete(null);
                    } catch (RuntimeException e) {
                        done.completeExceptionally(e);
                    }
                });
                if (busy) {
                    return done;
                }
                busy = true;
            }
            threads.execute(this::drain);
            return done;
        }

        private void drain() {
            while (true) {
                Runnable next;
                synchronized (this) {
                    next = tasks.poll();
                    if (next == null) {
                        busy = false;
                        return;
                    }
                }
                next.run();
            }
        }
    }
}
