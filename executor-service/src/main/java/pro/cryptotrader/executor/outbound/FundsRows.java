package pro.cryptotrader.executor.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.FillEvent.FundsChanged;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.messaging.DatabaseFailure;

/** What accounts own by what we have told; writes belong to the caller's transaction. */
@ApplicationScoped
public class FundsRows {
    private final DataSource dataSource;

    FundsRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Adds what an event moves; nothing when it moves no funds. */
    public void count(Event event) {
        switch (event) {
            case FundsChanged change -> add(change.account(), change.asset(), change.delta());
            case Fill fill -> {
                var base = fill.quantity().value();
                var quote = fill.price().times(fill.quantity()).value();
                var buys = fill.side() == Side.BUY;
                add(fill.account(), fill.symbol().base(), buys ? base : base.negate());
                add(fill.account(), fill.symbol().quote(), buys ? quote.negate() : quote);
                if (fill.commission().signum() > 0) {
                    add(fill.account(), fill.commissionAsset(), fill.commission().negate());
                }
            }
            default -> {}
        }
    }

    private void add(AccountId account, Asset asset, BigDecimal delta) {
        try (var connection = dataSource.getConnection();
                var add =
                        connection.prepareStatement(
                                "insert into funds (account, asset, total) values (?, ?, ?)"
                                        + " on conflict (account, asset) do update set total = funds.total + excluded.total")) {
            add.setString(1, account.toString());
            add.setString(2, asset.code());
            add.setBigDecimal(3, delta);
            add.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot count the funds of " + account, e);
        }
    }

    /** Starts over with these totals. */
    public void replace(AccountId account, SortedMap<Asset, BigDecimal> totals) {
        try (var connection = dataSource.getConnection();
                var delete = connection.prepareStatement("delete from funds where account = ?")) {
            delete.setString(1, account.toString());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot start the funds of %s over".formatted(account), e);
        }
        totals.forEach((asset, total) -> add(account, asset, total));
    }

    public SortedMap<Asset, BigDecimal> of(AccountId account) {
        try (var connection = dataSource.getConnection();
                var select =
                        connection.prepareStatement(
                                "select asset, total from funds where account = ?")) {
            select.setString(1, account.toString());
            var result = select.executeQuery();
            var totals = new TreeMap<Asset, BigDecimal>();
            while (result.next()) {
                totals.put(new Asset(result.getString(1)), result.getBigDecimal(2));
            }
            return totals;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot read the funds of " + account, e);
        }
    }
}
