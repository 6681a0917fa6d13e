package quartier.gateway.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.Browser.Page;
import quartier.gateway.testing.GatewayIT;

/**
 * Every guard rail that the catalog's contract names is told on the step where it can be broken, and listed to who
 * reviews. That it stops what it must when a project is submitted is the catalog's own test.
 */
final class EveryRailIT extends GatewayIT {

    /** Where one is broken that is typed: a field of the form, and what breaks it. A new rail needs a line here. */
    private static final Map<String, Breach> BREACHES = Map.ofEntries(
            Map.entry("goal-cap", new Breach("objectifs", "goal", "goal-over-cap")),
            Map.entry("overfunding-cap", new Breach("contreparties", "tiers[0].amount", "tier-over-cap")),
            Map.entry("duration", new Breach("objectifs", "durationDays", "duration-outside-policy")),
            Map.entry("rewards-offered", new Breach("contreparties", "tiers", "rewards-missing")),
            Map.entry("rewards-symbolic", new Breach("contreparties", "tiers[0].marketValue", "reward-not-symbolic")),
            Map.entry("gifts-only", new Breach("contreparties", "tiers[0].reward", "paid-return")),
            Map.entry("public-body", new Breach("identite", "publicBody", "public-body-needs-mandate")),
            Map.entry("public-mission", new Breach("identite", "publicBody.beyondMission", "beyond-mission-missing")),
            Map.entry("coproduction", new Breach("besoins", "needs", "needs-missing")),
            Map.entry("local-interest", new Breach("lieu", "district", "unknown-district")),
            Map.entry("complete", new Breach("objectifs", "goal", "amount-not-positive")));

    private record Breach(String step, String field, String code) {}

    private Browser alexis;

    @BeforeEach
    void aDraftOfADistrictThatIsNotOfTheCity() {
        alexis = signedIn("m-alexis", "Alexis Morel");
        SERVICES.of(Service.CATALOG).on("GET /v1/projects/p50", """
                {"id":"p50","slug":"le-lavoir","version":1,"state":"draft","territory":"lyon","title":"Le lavoir","district":"Montmartre","theme":"luxe","owner":{"id":"m-alexis","name":"Alexis"}}\
                """);
    }

    @Test
    void isToldOnTheStepWhereItIsBrokenAndListedToTheOwner() throws IOException {
        assertThat(BREACHES.keySet()).containsExactlyInAnyOrderElementsOf(published());
        for (Map.Entry<String, Breach> entry : sorted()) {
            Breach breach = entry.getValue();
            String outcomes = outcomes(entry.getKey(), breach);
            SERVICES.of(Service.CATALOG)
                    .on("POST /v1/guardrails/check", outcomes)
                    .on("GET /v1/projects/p50/guardrails", outcomes);

            Page form = alexis.get("/mes-projets/p50/" + breach.step());
            Page told = alexis.submit(form, "/mes-projets/p50/" + breach.step() + "/regles", "version", "1");

            assertThat(form.body())
                    .as(entry.getKey())
                    .contains("id=\"told\"", "data-told", "Titre " + entry.getKey(), "Broken " + breach.code());
            assertThat(told.body()).as(entry.getKey()).contains("Broken " + breach.code());
        }
    }

    @Test
    void isListedToWhoReviewsAndShortInTheirQueue() throws IOException {
        for (String language : List.of("fr", "en")) {
            Browser nadia = signedIn("m-nadia", "Nadia", "moderator:lyon").preferring(language);
            for (Map.Entry<String, Breach> entry : sorted()) {
                SERVICES.of(Service.CATALOG)
                        .on("GET /v1/projects/p1/guardrails", outcomes(entry.getKey(), entry.getValue()));

                assertThat(nadia.get("/relecture/p1").body())
                        .as(entry.getKey())
                        .contains(
                                "Titre " + entry.getKey(),
                                "Broken " + entry.getValue().code())
                        .doesNotContain("??");
            }
        }
        for (String bundle : List.of("city.properties", "city_en.properties")) {
            assertThat(Files.readString(Path.of("src/main/resources", bundle)).lines())
                    .as(bundle)
                    .anySatisfy(line -> assertThat(line).startsWith("rails.short."))
                    .filteredOn(line -> line.startsWith("rails.short."))
                    .extracting(line -> line.replaceFirst("rails\\.short\\.(.*?)=.*", "$1"))
                    .containsExactlyInAnyOrderElementsOf(published());
        }
    }

    @Test
    void aValueThatTheTerritoryDoesNotOfferIsShownInsteadOfBeingDroppedInSilence() {
        assertThat(alexis.get("/mes-projets/p50/lieu").body())
                .contains("<option value=\"Montmartre\" selected", "Montmartre (n’est pas proposé ici)");
        assertThat(alexis.get("/mes-projets/p50/idee").body()).contains("luxe (n’est pas proposé ici)");
        assertThat(alexis.preferring("en").get("/mes-projets/p50/lieu").body())
                .contains("Montmartre (not offered here)")
                .doesNotContain("??");
    }

    private static List<Map.Entry<String, Breach>> sorted() {
        return BREACHES.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .toList();
    }

    private static String outcomes(String rail, Breach breach) {
        return """
                {"items":[{"rail":{"id":"%s","title":"Titre %s","text":"Texte.","judgedBy":"check"},"outcome":"broken","clues":[],
                 "broken":[{"field":"%s","code":"%s","message":"Broken %s"}]}]}\
                """.formatted(rail, rail, breach.field(), breach.code(), breach.code());
    }

    /** As the catalog's contract lists them. */
    private static List<String> published() throws IOException {
        Matcher listed = Pattern.compile("enum: \\[(goal-cap, [a-z, -]+)]")
                .matcher(Files.readString(Path.of("../catalog-service/contracts/openapi.yaml")));
        assertThat(listed.find()).isTrue();
        return Arrays.asList(listed.group(1).split(", "));
    }
}
