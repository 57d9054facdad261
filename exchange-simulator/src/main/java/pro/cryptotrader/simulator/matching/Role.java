package pro.cryptotrader.simulator.matching;

/**
 * What an order is in its list: {@link #LEG}s exclude each other, {@link #PENDING} waits for {@link
 * #WORKING}.
 */
public enum Role {
    SINGLE,
    WORKING,
    PENDING,
    LEG
}
