package quartier.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The rules that every service's code keeps, as its one architecture test. */
public final class ServiceArchitecture {

    private final JavaClasses classes;
    private final String root;

    private ServiceArchitecture(JavaClasses classes, String root) {
        this.classes = classes;
        this.root = root;
    }

    /** @param root the service's package, for example {@code quartier.pledge} */
    public static ServiceArchitecture of(String root) {
        return new ServiceArchitecture(
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(root),
                root);
    }

    /**
     * Checks that the roots of these capabilities import only the JDK, JSpecify and themselves; that their adapters
     * ({@code web}, {@code mongo}, {@code journal}, {@code kafka}) don't import each other; and that other services'
     * code is not used.
     */
    public void check(List<String> pureCapabilities) {
        for (String capability : pureCapabilities) {
            String capabilityRoot = root + "." + capability;
            classes()
                    .that()
                    .resideInAPackage(capabilityRoot)
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", capabilityRoot))
                    .because("the domain is pure")
                    .check(classes);
            for (String adapter : List.of("web", "mongo", "journal", "kafka")) {
                noClasses()
                        .that()
                        .resideInAPackage(capabilityRoot + "." + adapter + "..")
                        .should()
                        .dependOnClassesThat(resideInAPackage(capabilityRoot + ".*..")
                                .and(not(resideInAPackage(capabilityRoot + "." + adapter + ".."))))
                        .because("adapters import the root, never each other")
                        .allowEmptyShould(true)
                        .check(classes);
            }
        }
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("quartier..").and(not(resideInAnyPackage(root + "..", "quartier.platform.."))))
                .because("a service knows another only by its contracts")
                .check(classes);
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .because("configuration is typed and validated")
                .check(classes);
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .because("dependencies come through constructors")
                .check(classes);
    }
}
