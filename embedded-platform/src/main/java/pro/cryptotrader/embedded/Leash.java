package pro.cryptotrader.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another main class and ends with the process that started it: when standard input ends,
 * because the parent closed it or was killed, this process stops in order, and is halted if that
 * takes longer than 15 s.
 */
public final class Leash {
    private static final long HALT_AFTER_MS = 15_000;

    private Leash() {}

    /** The first argument is the main class, the rest is its own. */
    public static void main(String[] arguments) throws Throwable {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("the first argument must be a main class");
        }
        Thread.ofPlatform().daemon().name("leash").start(Leash::stopWhenInputEnds);
        var main = Class.forName(arguments[0]).getDeclaredMethod("main", String[].class);
        // The class itself need not be public.
        main.setAccessible(true);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static void stopWhenInputEnds() {
        try {
            // Whatever is said: only the end counts.
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // As good as the end.
        }
        Thread.ofPlatform().daemon().name("leash-halt").start(Leash::haltLater);
        System.exit(0);
    }

    private static void haltLater() {
        try {
            Thread.sleep(HALT_AFTER_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(143);
    }
}
