package pro.cryptotrader.simulator.venue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pro.cryptotrader.simulator.matching.Rules;

/** Rules that Binance's documents leave open, or state in two ways. */
@ConfigMapping(prefix = "sim.rules")
public interface RuleSettings {
    /** A recorded exchangeInfo: filters, abilities and precision of the symbols that are in it. */
    Optional<Path> exchangeInfo();

    /**
     * Among which books orders may be routed, such as BTCUSDT/BTCUSDC; by default those that the
     * recorded exchangeInfo names.
     */
    Optional<List<String>> sor();

    /** When the client id of an order that is no longer open can be used again. */
    @WithDefault("AFTER_ANY_END")
    Rules.ClientIds clientIds();

    /** How a commission is cut to its asset's decimals. */
    @WithDefault("FLOOR")
    RoundingMode commissionRounding();

    /** Special commission, a fraction of what is received. */
    @WithDefault("0")
    BigDecimal specialCommission();

    /** Tax commission, a fraction of what is received. */
    @WithDefault("0")
    BigDecimal taxCommission();

    /** Discount on standard commission for who pays in BNB; none if it is not given. */
    Optional<BigDecimal> bnbDiscount();

    /** Whether standard commission is multiplied by the discount, or else reduced by it. */
    @WithDefault("true")
    boolean discountMultiplies();
}
