package pro.cryptotrader.gateway.readmodel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a list, newest first.
 *
 * @param next what to give as {@code before} to get older ones; null when there are none
 */
public record Page<T>(List<T> items, @Nullable Long next) {
    public Page {
        items = List.copyOf(items);
    }
}
