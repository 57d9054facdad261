package pro.cryptotrader.house;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Finds what fabric8's beans kept because they had no field for it. */
final class AdditionalProperties {
    private static final String BEANS = "io.fabric8.kubernetes.api.model";

    private AdditionalProperties() {}

    /** Adds the path of every unknown field below {@code value} to {@code found}. */
    static void walk(Object value, String path, List<String> found) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((key, each) -> walk(each, path + "." + key, found));
            case Collection<?> all -> all.forEach(each -> walk(each, path + "[]", found));
            default -> {
                if (value.getClass().getName().startsWith(BEANS) && !value.getClass().isEnum()) {
                    walkBean(value, path, found);
                }
            }
        }
    }

    private static void walkBean(Object bean, String path, List<String> found) {
        for (var method : bean.getClass().getMethods()) {
            if (!method.getName().startsWith("get") || method.getParameterCount() > 0) {
                continue;
            }
            var value = read(bean, method);
            if (value == null) {
                continue;
            }
            if (method.getName().equals("getAdditionalProperties")) {
                ((Map<?, ?>) value).keySet().forEach(key -> found.add(path + "." + key));
            } else {
                walk(value, path + "." + method.getName().substring(3), found);
            }
        }
    }

    @SuppressWarnings("NullAway")
    private static Object read(Object bean, Method getter) {
        try {
            return getter.invoke(bean);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + getter, e);
        }
    }
}
