package quartier.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.e2e.Campaign.GOOD_CARD;
import static quartier.e2e.Campaign.ok;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quartier.testing.TestHttp;

class FundedJourneyIT {

    private final RunningSystem system = RunningSystem.get();

    @Test
    void aProjectIsProposedBackedHelpedFundedAndPaidOut() {
        for (String person : List.of("alexis", "remi", "clement")) {
            registerContact(person);
        }
        Campaign campaign = Campaign.launched(system, "La cantine des voisins", 1000);
        assertThat(campaign.project().at("/storyHtml").asString())
                .contains("<strong>ouvrir</strong>")
                .doesNotContain("script");

        assertThat(campaign.pledge(system.as("remi").withKey(), 500, GOOD_CARD).at("/state"))
                .isEqualTo("confirmed");
        assertThat(campaign.pledge(system.as("clement").withKey(), 333, GOOD_CARD)
                        .at("/state"))
                .isEqualTo("confirmed");
        // Supporters come once residents have: Lyon asks for ten backers.
        for (String person : List.of("nadia", "said", "claire", "jules", "marc", "odile", "luc", "anne")) {
            ok(campaign.pledge(system.as(person).withKey(), 25, GOOD_CARD));
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(campaign.project()
                                .at("/totals/collected/amount")
                                .asLong())
                        .isEqualTo(103_300));

        helpsInKind(campaign);
        supports(campaign);

        system.moveClock("+32d");
        campaign.awaitProjectState("funded");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                campaign.statement().at("/payouts/0/state").asString())
                        .isEqualTo("done"));
        // 6 % of 1,033.00 is 61.98, VAT of 20 % on it 12.396, and the owner has the rest to the cent.
        var statement = campaign.statement();
        long commission = statement.at("/commission/amount").asLong();
        long vat = statement.at("/vat/amount").asLong();
        long net = statement.at("/net/amount").asLong();
        assertThat(List.of(commission, vat, net)).containsExactly(6_198L, 1_240L, 95_862L);
        assertThat(commission + vat + net).isEqualTo(103_300);

        mailArrives("remi", "financé");
        mailArrives("alexis", "financé");
        var audit = system.audit();
        assertThat(audit.exit()).as(audit.printed()).isZero();
    }

    private void helpsInKind(Campaign campaign) {
        TestHttp remi = system.as("remi");
        var needs = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> ok(system.http().get("/api/inkind/v1/needs?project=" + campaign.id()))
                                .json()
                                .at("/items"),
                        items -> items.size() == 2);
        String need = needs.valueStream()
                .filter(one -> one.at("/kind").asString().equals("labour"))
                .findFirst()
                .orElseThrow()
                .at("/id")
                .asString();
        var offer = ok(remi.withKey()
                .post(
                        "/api/inkind/v1/needs/" + need + "/offers",
                        Map.of("quantity", 2, "message", "Je viens samedi avec ma voisine")));
        String offers = "/api/inkind/v1/offers/" + offer.at("/id");
        ok(system.as("alexis").post(offers + "/accept"));
        ok(system.as("alexis").post(offers + "/done"));
        ok(system.as("alexis").post(offers + "/thank", Map.of("message", "Merci à vous deux !")));
        mailArrives("alexis", "Repeindre la salle");
    }

    private void supports(Campaign campaign) {
        String supporter = approvedSupporter();
        TestHttp agent = system.as("ines");
        var offer = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> agent.withKey()
                                .post(
                                        "/api/support/v1/offers",
                                        Map.of(
                                                "supporter",
                                                supporter,
                                                "project",
                                                campaign.id(),
                                                "kind",
                                                "guidance",
                                                "title",
                                                "Aide aux démarches")),
                        answer -> answer.status() == 201 || answer.problem().isEmpty());
        ok(offer);
        ok(system.as("alexis").post("/api/support/v1/offers/" + offer.at("/id") + "/accept"));
        var pledge = campaign.pledgeOf(50, GOOD_CARD);
        var asCity = new LinkedHashMap<>(pledge);
        asCity.put("organisation", supporter);
        var refused = agent.withKey().post("/api/pledge/v1/pledges", asCity);
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("public-body-may-not-pledge");
        mailArrives("alexis", "Aide aux démarches");
    }

    private String approvedSupporter() {
        ok(system.as("ines")
                .withKey()
                .post(
                        "/api/support/v1/supporters",
                        Map.of("id", "ville-de-lyon", "name", "Ville de Lyon", "kind", "public")));
        ok(system.as("odile").post("/api/support/v1/supporters/ville-de-lyon/approve"));
        return "ville-de-lyon";
    }

    private void registerContact(String person) {
        ok(system.as(person)
                .put(
                        "/api/notification/v1/me/contact",
                        Map.of("email", person + "@quartier.example", "name", person, "language", "fr")));
    }

    private void mailArrives(String person, String subjectPart) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> ok(system.mail().get("/mail.json?to=" + person + "@quartier.example"))
                        .body()
                        .contains(subjectPart));
    }
}
