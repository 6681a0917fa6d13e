package quartier.gateway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.stereotype.Controller;

/** Pages know services and the frame; services' clients know only how to call; the frame knows no page. */
@AnalyzeClasses(packages = "quartier.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final String[] PAGES = {
        "quartier.gateway.window..",
        "quartier.gateway.explore..",
        "quartier.gateway.share..",
        "quartier.gateway.opendata..",
        "quartier.gateway.checkout..",
        "quartier.gateway.propose..",
        "quartier.gateway.review..",
        "quartier.gateway.animation..",
        "quartier.gateway.city..",
        "quartier.gateway.needs..",
        "quartier.gateway.radar..",
        "quartier.gateway.fund..",
        "quartier.gateway.account..",
        "quartier.gateway.operation..",
        "quartier.gateway.inbox..",
        "quartier.gateway.docs.."
    };
    private static final String[] CLIENTS = {
        "quartier.gateway.catalog..",
        "quartier.gateway.pledge..",
        "quartier.gateway.inkind..",
        "quartier.gateway.support..",
        "quartier.gateway.notification.."
    };

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("quartier.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyDependsOnAPage = noClasses()
            .that()
            .resideInAnyPackage(
                    "quartier.gateway.call..",
                    "quartier.gateway.page..",
                    "quartier.gateway.signin..",
                    "quartier.gateway.proxy..")
            .or(resideInAnyPackage(CLIENTS))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PAGES);

    @ArchTest
    static final ArchRule clientsKnowOnlyHowToCall = noClasses()
            .that()
            .resideInAnyPackage(CLIENTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("quartier.gateway.page..", "quartier.gateway.signin..", "quartier.gateway.proxy..");

    @ArchTest
    static final ArchRule theGatewayHasNoStoreAndNoBus = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.mongodb..",
                    "org.apache.kafka..",
                    "org.springframework.kafka..",
                    "quartier.platform.store..",
                    "quartier.platform.outbox..");

    @ArchTest
    static final ArchRule controllersStayInTheirPackage =
            classes().that().areAnnotatedWith(Controller.class).should().bePackagePrivate();
}
