package quartier.gateway.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CityPagesIT extends GatewayIT {

    private static final String LYON = """
        {"id":"lyon","version":4,"name":{"fr":"Lyon","en":"Lyon"},"kind":"city","parent":"auvergne-rhone-alpes","path":["auvergne-rhone-alpes","lyon"],
         "districts":["Vaise"],"themes":[],"standing":"active","window":{"hosts":["projets.lyon.example"],"languages":["fr","en"]},
         "policy":{"version":2,"currency":"EUR","goalCap":{"amount":1500000,"currency":"EUR"},"overfundingCapPercent":150,"minimumDays":30,"maximumDays":60,"commissionBasisPoints":600,"vatBasisPoints":2000,
          "pledgeKinds":["gift"],"reviewCriteria":[{"id":"real-need","fr":"Besoin réel","en":"Real need"}],"support":{"minimumPercent":30,"minimumBackers":10},"review":{"serviceDays":15},"rails":{"rewardsRequired":false,"symbolicPercent":25,"needsRequired":true}}}\
        """;

    @BeforeEach
    void theCatalogKnowsTheOffice() {
        SERVICES.of(Service.CATALOG)
                .on("GET /v1/territories/lyon", LYON)
                .on("GET /v1/territories/lyon/form", LYON)
                .on("GET /v1/territories/lyon/policies", """
                    {"items":[{"version":2,"effectiveFrom":"2099-01-01T00:00:00Z","enactedAt":"2026-11-20T10:00:00Z","holds":false,"note":"Moins, plus vite","changes":[{"field":"goalCap","from":"1500000","to":"800000"}]},
                     {"version":1,"effectiveFrom":"1970-01-01T00:00:00Z","enactedAt":"2026-11-01T10:00:00Z","holds":true,"note":"","changes":[]}]}\
                    """)
                .on("GET /v1/territories/lyon/guardrails", """
                    {"items":[{"id":"gifts-only","title":"Ni prêt rémunéré ni investissement","text":"On donne.","legalReference":"Code monétaire et financier, art. L. 548-1","judgedBy":"both"}]}\
                    """)
                .on("GET /v1/territories/lyon/staff", """
                    {"items":[{"id":"m-nadia","name":"Nadia Benali","roles":[{"role":"moderator","territory":"lyon"}],"lastSeen":"2026-11-23T10:00:00Z"}]}\
                    """)
                .on("GET /v1/territories/lyon/answer-templates", """
                    {"items":[{"id":"budget","decision":"return","title":"Budget flou","fr":"Précisez le budget.","en":"Say more about the budget."}]}\
                    """)
                .on("GET /v1/reports", """
                    {"items":[{"id":"r1","project":"p1","slug":"le-kfe-du-33","title":"Le Kfé du 33","territory":"lyon","reason":"fraud","text":"L’adresse n’existe pas.","at":"2026-11-23T10:00:00Z","outcome":"open"}]}\
                    """);
    }

    private Browser admin() {
        return signedIn("m-lea", "Léa", "territory-admin:lyon", "moderator:lyon");
    }

    @Test
    void aHostNameOfATerritoryOpensItsWindowAndAnyOtherTheFrontPage() throws IOException {
        assertThat(at("projets.lyon.example"))
                .contains("data-territory=\"lyon\"", "Lyon Ensemble", "/marques/lyon.css");
        for (String forged : List.of("evil.example", "projets.lyon.example.evil.example", "127.0.0.1")) {
            assertThat(at(forged)).as(forged).doesNotContain("data-territory=\"lyon\"", forged + "/");
        }
    }

    @Test
    void aWindowShowsItsBrandItsPartnerItsRulesAndItsNotices() {
        Browser anybody = browser();

        assertThat(anybody.get("/lyon").body())
                .contains("Lyon Ensemble", "la Maison des associations", "/lyon/regles", "/lyon/mentions", "habitants")
                .doesNotContain("??");
        assertThat(anybody.get("/marques/lyon.css").body())
                .contains("--brick: #1f5b45")
                .contains("color: #ffffff");
        assertThat(anybody.get("/lyon/regles").body())
                .contains("Ni prêt rémunéré", "art. L. 548-1", "Moins, plus vite", "<ins>8")
                .doesNotContain("??");
        assertThat(anybody.get("/lyon/mentions").body())
                .contains("Éditée par la Ville de Lyon.")
                .doesNotContain("??");
        assertThat(anybody.preferring("en").get("/lyon/accessibilite").body())
                .contains("RGAA", "lang=\"en\"")
                .doesNotContain("??");
    }

    @Test
    void anOfficeIsForThoseWhoWorkThereOnly() {
        assertThat(admin().get("/bureaux").body()).contains("/lyon/bureau").doesNotContain("??");
        assertThat(admin().get("/lyon/bureau").body())
                .contains("/lyon/bureau/reglement", "/lyon/bureau/equipe", "signalements")
                .doesNotContain("??");
        assertThat(signedIn("m-nadia", "Nadia", "moderator:lyon")
                        .get("/lyon/bureau/reglement")
                        .status())
                .isEqualTo(404);
        assertThat(signedIn("m-said", "Saïd", "moderator:saint-etienne")
                        .get("/lyon/bureau")
                        .status())
                .isEqualTo(404);
        assertThat(browser().stay("/lyon/bureau").header("Location")).contains("/oauth2/authorization/quartier");
    }

    @Test
    void everyPageOfTheOfficeReadsInBothLanguages() {
        Browser french = admin();
        for (String page : List.of("fenetre", "reglement", "equipe", "reponses", "signalements", "cosoutiens")) {
            assertThat(french.get("/lyon/bureau/" + page).body()).as(page).doesNotContain("??");
            var english = french.preferring("en").get("/lyon/bureau/" + page);
            assertThat(english.status()).as(page).isEqualTo(200);
            assertThat(english.body()).as(page).contains("lang=\"en\"").doesNotContain("??");
        }
    }

    @Test
    void settingsChangeOnlyWhatWasTypedOnTheVersionThatWasRead() {
        SERVICES.of(Service.CATALOG).on("PUT /v1/territories/lyon", LYON);
        Browser lea = admin();
        var page = lea.get("/lyon/bureau/fenetre");

        lea.submitAndStay(
                page,
                "/lyon/bureau/fenetre",
                "nameFr",
                "Lyon",
                "hosts",
                "projets.lyon.example\nlyon.example",
                "colour",
                "#1f5b45",
                "textColour",
                "#ffffff",
                "version",
                "4");

        var sent = SERVICES.of(Service.CATALOG)
                .received("PUT", "/v1/territories/lyon")
                .getFirst();
        assertThat(sent.header("If-Match")).contains("\"4\"");
        JsonNode body = JsonMapper.shared().readTree(sent.body());
        assertThat(body.at("/window/hosts/1").asString()).isEqualTo("lyon.example");
        assertThat(body.at("/policy/goalCap/amount").asLong()).isEqualTo(1_500_000);
    }

    @Test
    void aPolicyThatContradictsItselfComesBackWithEachContradiction() {
        SERVICES.of(Service.CATALOG)
                .on(
                        "POST /v1/territories/lyon/policies",
                        new Reply(422, "application/problem+json", """
                            {"type":"urn:quartier:problem:invalid-fields","title":"À corriger","status":422,"detail":"Voyez.",
                             "errors":[{"field":"policy.maximumDays","code":"days-crossed","message":"La durée la plus courte dépasse la plus longue."}]}\
                            """, java.util.Map.of()));
        Browser lea = admin();
        var page = lea.get("/lyon/bureau/reglement");
        assertThat(page.body()).contains("Moins, plus vite", "/lyon/bureau/reglement/2/retirer");

        var again = lea.submit(
                page,
                "/lyon/bureau/reglement",
                "goalCap",
                "8000",
                "overfundingCapPercent",
                "150",
                "minimumDays",
                "60",
                "maximumDays",
                "30",
                "commission",
                "6,5",
                "vat",
                "20",
                "pledgeKinds",
                "gift",
                "criteria",
                "real-need | Besoin réel | Real need",
                "supportPercent",
                "30",
                "supportBackers",
                "10",
                "serviceDays",
                "15",
                "symbolicPercent",
                "25",
                "version",
                "4");

        assertThat(again.body())
                .contains("dépasse la plus longue", "value=\"60\"")
                .doesNotContain("??");
        assertThat(SERVICES.of(Service.CATALOG)
                        .received("POST", "/v1/territories/lyon/policies")
                        .getFirst()
                        .body())
                .contains("\"commissionBasisPoints\":650", "\"id\":\"real-need\"");
    }

    @Test
    void anybodyReportsAProjectAndTheStaffAnswer() {
        SERVICES.of(Service.CATALOG).on("POST /v1/projects/p1/reports", "{}").on("POST /v1/reports/r1/close", "{}");
        Browser anybody = browser();
        assertThat(anybody.get("/projets/le-kfe-du-33").body()).contains("/projets/le-kfe-du-33/signaler");
        var form = anybody.get("/projets/le-kfe-du-33/signaler");
        assertThat(form.body()).contains("name=\"motif\"").doesNotContain("??");

        anybody.submit(form, "/projets/le-kfe-du-33/signaler", "motif", "fraud", "texte", "Un doute");

        assertThat(SERVICES.of(Service.CATALOG)
                        .received("POST", "/v1/projects/p1/reports")
                        .getFirst()
                        .body())
                .contains("fraud", "Un doute");
        Browser lea = admin();
        var queue = lea.get("/lyon/bureau/signalements");
        assertThat(queue.body()).contains("L’adresse n’existe pas.");
        lea.submit(queue, "/lyon/bureau/signalements/r1", "suite", "upheld", "note", "Suspendu");
        assertThat(SERVICES.of(Service.CATALOG)
                        .received("POST", "/v1/reports/r1/close")
                        .getFirst()
                        .body())
                .contains("upheld");
    }

    @Test
    void aReviewerTakesAProjectInHandAndUsesAnAnswerTemplate() {
        String waiting = """
            {"id":"w9","slug":"w9","version":7,"state":"submitted","territory":"lyon","title":"Un four","pitch":"du pain",
             "owner":{"id":"m-alexis","name":"Alexis"},"goal":{"amount":300000,"currency":"EUR"},"durationDays":30,
             "submittedAt":"2026-11-20T10:00:00Z","review":{"claim":{"by":"m-paul","name":"Paul","at":"2026-11-21T10:00:00Z"},"privateNotes":[{"name":"Paul","at":"2026-11-21T10:00:00Z","text":"Appeler la mairie"}]}}\
            """;
        SERVICES.of(Service.CATALOG)
                .on("GET /v1/projects/w9", waiting)
                .on("PUT /v1/projects/w9/claim", "{}")
                .on("GET /v1/projects/w9/guardrails", """
                    {"items":[{"rail":{"id":"gifts-only","title":"Ni prêt rémunéré","text":"On donne.","judgedBy":"both"},"outcome":"look","broken":[],"clues":[{"field":"story","words":"3 % d'interets"}]}]}\
                    """)
                .on("GET /v1/projects/w9/history", """
                    {"items":[{"at":"2026-11-20T09:00:00Z","action":"submit","from":"draft","refusal":"rules-broken","details":["goal: goal-over-cap","tiers[0].amount: tier-over-cap"]}]}\
                    """);
        Browser lea = admin();
        var page = lea.get("/relecture/w9");
        assertThat(page.body())
                .contains("Pris en main par Paul", "Appeler la mairie", "3 % d&#39;interets", "Budget flou")
                .contains("refusé : à corriger", "Objectif minimal")
                .doesNotContain("??", "rules-broken", "goal-over-cap");

        lea.submit(page, "/relecture/w9/prendre");
        assertThat(SERVICES.of(Service.CATALOG).received("PUT", "/v1/projects/w9/claim"))
                .hasSize(1);
        var filled = lea.submit(page, "/relecture/w9", "action", "template-budget", "version", "7");
        assertThat(filled.body()).contains("Précisez le budget.");
    }

    private String at(String host) throws IOException {
        URI base = URI.create(browser().base());
        try (Socket socket = new Socket("localhost", base.getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(host)
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
