package pro.cryptotrader.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir Path folder;

    @Test
    void aSecondStartIsToldWhereTheFirstOneIs() throws Exception {
        var data = folder.resolve("data");
        try (var first = DataDirectory.open(data)) {
            var settings = Settings.forTests(folder, data);
            first.announce(
                    "http://localhost:8080", Ports.assign(settings), Set.of(Component.KAFKA));

            assertThatThrownBy(() -> DataDirectory.open(data))
                    .isInstanceOf(Complaint.class)
                    .hasMessage(
                            "already running on %s as process %d: the dashboard is at"
                                    + " http://localhost:8080",
                            data, ProcessHandle.current().pid());
            assertThat(DataDirectory.holder(data).orElseThrow().ports())
                    .containsOnlyKeys(Component.KAFKA);
        }
        assertThat(DataDirectory.holder(data)).isEmpty();
        DataDirectory.open(data).close();
    }

    @Test
    void dataOfOneMarketDoNotGoOnWithAnother() throws Exception {
        try (var data = DataDirectory.open(folder)) {
            data.bind(new Market.Generated(42));
            data.bind(new Market.Generated(42));

            assertThatThrownBy(() -> data.bind(new Market.Generated(43)))
                    .isInstanceOf(Complaint.class)
                    .hasMessageContaining("(generated, seed 42, not generated, seed 43)")
                    .hasMessageContaining("--data-dir");
        }
    }

    @Test
    void secretsAreMadeOnceAndOnlyTheirOwnerReadsThem() throws Exception {
        var file = folder.resolve("secrets");

        var first = Secrets.in(file, false);
        var second = Secrets.in(file, true);

        assertThat(first.isFresh()).isTrue();
        assertThat(second.isFresh()).isFalse();
        assertThat(second.adminPassword()).isEqualTo(first.adminPassword()).hasSize(24);
        assertThat(second.databasePassword(Component.RISK))
                .isEqualTo(first.databasePassword(Component.RISK))
                .isNotEqualTo(first.databasePassword(Component.EXECUTOR));
        assertThat(java.util.Base64.getDecoder().decode(first.masterKey64())).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void dataWithoutTheirSecretsAreNotTouched() {
        assertThatThrownBy(() -> Secrets.in(folder.resolve("secrets"), true))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("is missing, and without it the data beside it cannot be");
        assertThat(folder.resolve("secrets")).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeUsedIsNamed() throws Exception {
        var file = Files.createFile(folder.resolve("a-file"));

        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(Complaint.class)
                .hasMessageStartingWith("the data folder " + file + " cannot be used");
    }
}
