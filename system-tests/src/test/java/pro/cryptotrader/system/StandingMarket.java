package pro.cryptotrader.system;

import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.runner.Component;

/** Lets the simulated market run on and stand until everybody has seen where. */
final class StandingMarket {
    private final VenueClient venue;
    private final Tables risk;
    private final LiveSession session;

    StandingMarket(TradingPlatform platform, LiveSession session) {
        this.venue = platform.venue();
        this.risk = platform.tables(Component.RISK);
        this.session = session;
    }

    /** From now on the market runs {@code speed} times faster than the wall clock. */
    void speed(double speed) {
        venue.speed(speed);
    }

    /** The market goes to a moment that everybody has seen coming. */
    void step(Instant moment) {
        venue.standAt(moment);
    }

    /** The market runs on and stands; everybody has seen where. */
    void standAt(Instant moment) {
        venue.standAt(moment);
        await("market time " + moment)
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !venue.time().isBefore(moment));
        // Asked once: the venue counts requests, and the executor's share is the same address's.
        var prices = new HashMap<Symbol, Standing>();
        ParityDay.ACCOUNTS.values().forEach(symbol -> prices.put(symbol, standing(symbol)));
        patiently("everybody sees the market of " + moment)
                .until(() -> {
                    session.listen();
                    return ParityDay.ACCOUNTS.entrySet().stream()
                            .allMatch(each ->
                                    isTicked(each.getValue(), prices)
                                            && isBooked(each.getKey())
                                            && session.isMarked(each.getKey())
                                            && riskKnows(each.getKey()));
                });
    }

    /** Whether everything that the venue has traded for an account is in its books. */
    private boolean isBooked(AccountId account) {
        var state = session.statement(account);
        if (state == null || (state.openPositions() == 0 && !session.areOrdersOver(account))) {
            return false;
        }
        var theirs = venue.book(account.value()).balances();
        return state.balances().size() == theirs.size()
                && state.balances().entrySet().stream()
                        .allMatch(each ->
                                each.getValue()
                                                .compareTo(
                                                        theirs.getOrDefault(
                                                                each.getKey().code(),
                                                                BigDecimal.ZERO))
                                        == 0);
    }

    /** Where a symbol's market stands. */
    private record Standing(long trade, String bid, String ask) {}

    private Standing standing(Symbol symbol) {
        var quote = venue.quote(symbol.venueName());
        return new Standing(
                venue.latestTrade(symbol.venueName()),
                quote.path("bidPrice").asText(),
                quote.path("askPrice").asText());
    }

    private boolean isTicked(Symbol symbol, Map<Symbol, Standing> prices) {
        var tick = session.tick(symbol);
        var price = prices.get(symbol);
        return tick != null
                && price != null
                && tick.tradeId() == price.trade()
                && isSame(tick.bid().value(), price.bid())
                && isSame(tick.ask().value(), price.ask());
    }

    private static boolean isSame(BigDecimal ours, String theirs) {
        return ours.compareTo(new BigDecimal(theirs)) == 0;
    }

    /** Whether risk has heard the latest balance sheet and waits for no entry. */
    boolean riskKnows(AccountId account) {
        var state = session.statement(account);
        var rows =
                risk.rows(
                        "select state #>> '{funds,equity}' as equity,"
                                + " state #>> '{funds,at}' as at,"
                                + " state ->> 'reservations' as reservations,"
                                + " (select count(*) from jsonb_each(state -> 'holdings') as held"
                                + "  where (held.value ->> 'open')::boolean) as positions"
                                + " from account_risk where account = ?",
                        account.value());
        return state != null
                && rows.size() == 1
                && state.equity().toString().equals(rows.getFirst().get("equity"))
                && state.at().toString().equals(rows.getFirst().get("at"))
                && "{}".equals(rows.getFirst().get("reservations"))
                && Integer.toString(state.openPositions()).equals(rows.getFirst().get("positions"));
    }

    static ConditionFactory patiently(String what) {
        return await(what).atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(20));
    }
}
