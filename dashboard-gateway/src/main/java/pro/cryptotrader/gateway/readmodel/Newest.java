package pro.cryptotrader.gateway.readmodel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks for the newest rows of a table that fit, page by page. */
public final class Newest {
    private final String order;
    private final Map<String, Object> parameters = new HashMap<>();
    private final StringBuilder query;

    /**
     * The rows before {@code before}.
     *
     * @param order the field by which rows arrived
     */
    public Newest(String order, long before) {
        this.order = order;
        this.query = new StringBuilder(order).append(" < :before");
        parameters.put("before", before);
    }

    /** Only rows whose {@code field} is {@code value}; null means any. */
    public Newest with(String field, @Nullable Object value) {
        return with(field, "=", field, value);
    }

    /** Only rows for which {@code field operator value} holds; null means any. */
    public Newest with(String field, String operator, String name, @Nullable Object value) {
        if (value != null) {
            query.append(" and %s %s :%s".formatted(field, operator, name));
            parameters.put(name, value);
        }
        return this;
    }

    /** Up to {@code limit} rows. */
    public <R, T> Page<T> page(
            PanacheRepositoryBase<R, ?> rows,
            int limit,
            Function<R, T> view,
            Function<R, @Nullable Long> place) {
        List<R> found =
                rows.find(query + " order by " + order + " desc", parameters)
                        .page(io.quarkus.panache.common.Page.ofSize(limit + 1))
                        .list();
        var more = found.size() > limit;
        var shown = more ? found.subList(0, limit) : found;
        return new Page<>(
                shown.stream().map(view).toList(), more ? place.apply(shown.getLast()) : null);
    }
}
