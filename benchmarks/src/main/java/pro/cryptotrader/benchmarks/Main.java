package pro.cryptotrader.benchmarks;

/** Entry point: runs every contestant over the same candles and prints a table. */
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        System.out.println("nothing is measured yet");
    }
}
