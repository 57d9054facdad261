package pro.cryptotrader.simulator.keys;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import pro.cryptotrader.simulator.store.VenueKey;

/**
 * Every account's API keys: one with a secret that is derived from the venue's own, and the public
 * keys that were registered, which are kept in a file.
 */
public final class KeyRing {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final VenueKey venueKey;
    private final Supplier<Iterable<String>> accounts;
    private final Path file;
    private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();

    /** {@code accounts} are those that have been opened. */
    public KeyRing(VenueKey venueKey, Supplier<Iterable<String>> accounts, Path file) {
        this.venueKey = venueKey;
        this.accounts = accounts;
        this.file = file;
        try {
            if (Files.exists(file)) {
                for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    var node = JSON.readTree(line);
                    var account = node.path("account").asText();
                    var key = ApiKey.Public.read(account, node.path("publicKey").asText());
                    keys.put(node.path("apiKey").asText(), key);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the public keys in " + file, e);
        }
    }

    /** The key that is called so. */
    public Optional<ApiKey> find(String apiKey) {
        if (apiKey.isEmpty()) {
            return Optional.empty();
        }
        var known = keys.get(apiKey);
        if (known == null) {
            // Perhaps of an account that was opened since.
            for (var account : accounts.get()) {
                keys.computeIfAbsent(
                        venueKey.apiKey(account),
                        _ -> new ApiKey.Shared(account, venueKey.secretKey(account)));
            }
            known = keys.get(apiKey);
        }
        return Optional.ofNullable(known);
    }

    /** A public key and what it is called from now on. */
    public record Registered(String apiKey, String kind) {}

    /**
     * Registers a public key; the same one is called the same.
     *
     * @throws IllegalArgumentException if it is no key that Binance takes
     */
    public synchronized Registered register(String account, String pem) {
        var key = ApiKey.Public.read(account, pem);
        var apiKey = name(account, key);
        if (keys.putIfAbsent(apiKey, key) == null) {
            var line =
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("apiKey", apiKey)
                            .put("account", account)
                            .put("publicKey", pem);
            try {
                Files.writeString(
                        file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the public keys to " + file, e);
            }
        }
        return new Registered(apiKey, key.kind());
    }

    private static String name(String account, ApiKey.Public key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(account.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(key.key().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
