package pro.cryptotrader.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A log that cannot fill the disk: when it is full it becomes {@code <name>.1} and begins again, so
 * that at most twice the limit is kept.
 */
public final class LogFile implements Closeable {
    public static final long DEFAULT_LIMIT_BYTES = 10L * 1024 * 1024;

    private final Path file;
    private final long limit;
    private OutputStream out;
    private long size;

    public LogFile(Path file, long limitBytes) throws IOException {
        this.file = file;
        this.limit = limitBytes;
        var parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        this.out = open();
        this.size = Files.size(file);
    }

    public synchronized void write(byte[] bytes, int length) throws IOException {
        if (size > 0 && size + length > limit) {
            out.close();
            Files.move(
                    file,
                    file.resolveSibling(file.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
            out = open();
            size = 0;
        }
        out.write(bytes, 0, length);
        out.flush();
        size += length;
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    private OutputStream open() throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
