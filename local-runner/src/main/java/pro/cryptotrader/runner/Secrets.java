package pro.cryptotrader.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pro.cryptotrader.embedded.Passwords;

/**
 * The platform's passwords and keys: made once, kept in a file that only its owner can read, never
 * changed afterwards, since the database and everything sealed in it depend on them.
 */
public final class Secrets {
    private static final int MASTER_KEY_BYTES = 32;

    private final Path file;
    private final SortedMap<String, String> values;
    private final boolean fresh;

    private Secrets(Path file, SortedMap<String, String> values, boolean fresh) {
        this.file = file;
        this.values = values;
        this.fresh = fresh;
    }

    /**
     * Reads {@code file}, adding what is not in it yet.
     *
     * @param needed whether there are data that only the old ones can open
     */
    static Secrets in(Path file, boolean needed) throws IOException {
        boolean fresh = !Files.exists(file);
        if (fresh && needed) {
            throw Complaint.machine(
                    ("%s is missing, and without it the data beside it cannot be opened: put it back"
                                    + " or choose another folder with --data-dir")
                            .formatted(file));
        }
        var values = fresh ? new TreeMap<String, String>() : read(file);
        int known = values.size();
        values.computeIfAbsent("MASTER_KEY", name -> masterKey());
        values.computeIfAbsent("INTERNAL_TOKEN", name -> Passwords.generate());
        values.computeIfAbsent("ADMIN_PASSWORD", name -> Passwords.generate());
        values.computeIfAbsent("POSTGRES_PASSWORD", name -> Passwords.generate());
        Component.services()
                .forEach(service ->
                        values.computeIfAbsent(databaseKey(service), name -> Passwords.generate()));
        if (values.size() > known) {
            write(file, values);
        }
        return new Secrets(file, values, fresh);
    }

    private static SortedMap<String, String> read(Path file) throws IOException {
        var values = new TreeMap<String, String>();
        for (var line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#")) {
                values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            }
        }
        return values;
    }

    private static void write(Path file, SortedMap<String, String> values) throws IOException {
        var text =
                values.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(
                                Collectors.joining(
                                        "",
                                        "# Without this file the data beside it cannot be read."
                                                + " Keep it, and keep it secret.\n",
                                        ""));
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(
                draft,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String masterKey() {
        var key = new byte[MASTER_KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static String databaseKey(Component service) {
        return "DB_PASSWORD_" + service.schema().toUpperCase(java.util.Locale.ROOT);
    }

    /** Whether they were made just now. */
    public boolean isFresh() {
        return fresh;
    }

    public Path file() {
        return file;
    }

    /** Of the dashboard's user {@code admin}, until that user changes it. */
    public String adminPassword() {
        return value("ADMIN_PASSWORD");
    }

    public String masterKey64() {
        return value("MASTER_KEY");
    }

    public String internalToken() {
        return value("INTERNAL_TOKEN");
    }

    public String postgresPassword() {
        return value("POSTGRES_PASSWORD");
    }

    public String databasePassword(Component service) {
        return value(databaseKey(service));
    }

    private String value(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new UncheckedIOException(new IOException(name + " is missing in " + file));
        }
        return value;
    }
}
