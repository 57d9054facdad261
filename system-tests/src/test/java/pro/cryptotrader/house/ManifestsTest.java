package pro.cryptotrader.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The Kubernetes manifests and the Compose file mean what they say; no cluster is needed to know
 * that.
 */
class ManifestsTest {
    private static final Path DEPLOY = House.root().resolve("deploy");
    private static final List<String> SERVICES =
            List.of(
                    "market-monitor-service",
                    "signal-service",
                    "risk-service",
                    "executor-service",
                    "position-service",
                    "notification-service",
                    "backtest-service",
                    "dashboard-gateway");

    @Test
    void everyManifestHasOnlyFieldsThatKubernetesKnows() throws IOException {
        for (var entry : manifests().entrySet()) {
            for (var resource : entry.getValue()) {
                assertThat(resource)
                        .as("%s: kind known", entry.getKey())
                        .isNotInstanceOf(GenericKubernetesResource.class);
                assertThat(unknownFields(resource))
                        .as("%s: unknown fields", entry.getKey())
                        .isEmpty();
            }
        }
    }

    @Test
    void anUnknownFieldIsFound() {
        var broken =
                new KubernetesSerialization()
                        .unmarshal(
                                "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {selectr: {a: b}}\n");

        assertThat(unknownFields(broken)).isNotEmpty();
    }

    @Test
    void everyServiceIsDeployedOnceAndFoundByItsService() throws IOException {
        var all = manifests().values().stream().flatMap(List::stream).toList();
        for (var name : SERVICES) {
            var deployments =
                    all.stream()
                            .filter(Deployment.class::isInstance)
                            .map(Deployment.class::cast)
                            .filter(each -> each.getMetadata().getName().equals(name))
                            .toList();
            assertThat(deployments).as(name).hasSize(1);
            var podLabels =
                    deployments.getFirst().getSpec().getTemplate().getMetadata().getLabels();
            assertThat(podLabels)
                    .containsAllEntriesOf(
                            deployments.getFirst().getSpec().getSelector().getMatchLabels());
            assertThat(all)
                    .filteredOn(Service.class::isInstance)
                    .filteredOn(each -> each.getMetadata().getName().equals(name))
                    .singleElement()
                    .satisfies(service ->
                            assertThat(podLabels)
                                    .containsAllEntriesOf(
                                            ((Service) service).getSpec().getSelector()));
        }
    }

    @Test
    void containersAreNamedAndLimited() throws IOException {
        for (var entry : manifests().entrySet()) {
            for (var resource : entry.getValue()) {
                for (var container : containers(resource)) {
                    if (resource instanceof StatefulSet) {
                        assertThat(container.getResources().getLimits())
                                .as("%s %s", entry.getKey(), container.getName())
                                .containsKey("memory");
                    }
                    assertThat(container.getName()).isNotBlank();
                }
            }
        }
    }

    @Test
    void composeBuildsEveryServiceWithSecretsOfItsOwn() throws IOException {
        var compose =
                new ObjectMapper(new YAMLFactory())
                        .readTree(House.root().resolve("docker-compose.yml").toFile());
        var passwords = new TreeSet<String>();
        for (var name : SERVICES) {
            var service = compose.path("services").path(name);
            assertThat(service.path("build").path("args").path("MODULE").asText()).isEqualTo(name);
            passwords.add(service.path("environment").path("DATABASE_PASSWORD").asText());
        }
        assertThat(passwords).hasSize(SERVICES.size()).doesNotContain("");
        assertThat(
                        compose.path("services")
                                .path("exchange-simulator")
                                .path("build")
                                .path("args")
                                .path("MODULE")
                                .asText())
                .isEqualTo("exchange-simulator");
    }

    private static List<Container> containers(HasMetadata resource) {
        PodSpec pod =
                switch (resource) {
                    case Deployment deployment -> deployment.getSpec().getTemplate().getSpec();
                    case StatefulSet set -> set.getSpec().getTemplate().getSpec();
                    default -> new PodSpec();
                };
        return pod.getContainers() == null ? List.of() : pod.getContainers();
    }

    /** Fabric8 keeps what it does not know instead of refusing it. */
    private static List<String> unknownFields(Object resource) {
        var found = new ArrayList<String>();
        AdditionalProperties.walk(resource, resource.getClass().getSimpleName(), found);
        return found;
    }

    private static Map<Path, List<HasMetadata>> manifests() throws IOException {
        var serialization = new KubernetesSerialization();
        var manifests = new HashMap<Path, List<HasMetadata>>();
        try (var files = Files.walk(DEPLOY.resolve("kubernetes"))) {
            for (var file : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                if (file.endsWith("kustomization.yaml")) {
                    continue;
                }
                var resources = new ArrayList<HasMetadata>();
                for (var document : Files.readString(file).split("(?m)^---$")) {
                    if (!document.isBlank()) {
                        resources.add(serialization.unmarshal(document));
                    }
                }
                manifests.put(file, resources);
            }
        }
        assertThat(manifests).isNotEmpty();
        return manifests;
    }
}
