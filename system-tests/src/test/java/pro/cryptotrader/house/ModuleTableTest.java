package pro.cryptotrader.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may import whom. */
class ModuleTableTest {
    @ParameterizedTest
    @EnumSource
    void importsOnlyWhatTheTableAllows(House module) {
        var classes = module.classes();
        if (module != House.SERVICE_TESTING) {
            assertThat(classes).as("classes of %s", module).isNotEmpty();
        }
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(module.forbidden())
                .check(classes);
        classes().should().resideInAPackage(module.packages()).check(classes);
    }

    @Test
    void contractsKnowOnlyTheJdkAndJackson() {
        classes()
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                "java..",
                                "javax.crypto..",
                                "com.fasterxml.jackson..",
                                "org.jspecify..",
                                House.CONTRACTS.packages()))
                .check(House.CONTRACTS.classes());
    }

    @Test
    void theCoreKnowsNoFrameworkNoClockAndNoInputOrOutput() {
        var core = House.TRADING_CORE.classes();
        classes()
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                        "java.lang..",
                                        "java.util..",
                                        "java.math..",
                                        "java.text..",
                                        "java.time..",
                                        "org.jspecify..",
                                        House.CONTRACTS.packages(),
                                        House.TRADING_CORE.packages())
                                .or(resideInAPackage("com.fasterxml.jackson.annotation..")))
                .check(core);
        noClasses().should().callMethod(Instant.class, "now").check(core);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(core);
        noClasses().should().callMethod(System.class, "nanoTime").check(core);
        noClasses().should().callMethod(UUID.class, "randomUUID").check(core);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Random.class)
                .check(core);
        noClasses().should().dependOnClassesThat().areAssignableTo(Thread.class).check(core);
    }

    @Test
    void theCoresPackagesDoNotImportEachOther() {
        slices().matching("pro.cryptotrader.core.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        resideInAPackage("pro.cryptotrader.core.engine.."),
                        resideInAPackage("pro.cryptotrader.core.."))
                // Strategies are made of indicators: a layer below, not a sibling.
                .ignoreDependency(
                        resideInAPackage("pro.cryptotrader.core.signal.."),
                        resideInAPackage("pro.cryptotrader.core.indicator.."))
                .check(House.TRADING_CORE.classes());
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .check(House.everything());
    }

    @Test
    void thereIsNoStaticStateThatChanges() {
        noFields()
                .that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .notBeFinal()
                .check(House.everything());
    }

    @Test
    void packagesHaveNamesThatSaySomething() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..common..",
                        "..util..",
                        "..utils..",
                        "..helper..",
                        "..helpers..",
                        "..impl..",
                        "..dto..",
                        "..mapper..")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .check(House.everything());
    }
}
