package quartier.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.testing.Answer;
import quartier.testing.EventContracts;
import quartier.testing.QuartierIT;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** Organisations register, and the operator judges them. */
@QuartierIT
class SupportersIT {

    @Autowired
    TestHttp http;

    @Autowired
    TestTokens tokens;

    @Autowired
    TestEvents events;

    Organisations organisations;
    TestHttp ines;

    @BeforeEach
    void signIn() {
        organisations = new Organisations(http, tokens);
        ines = http.as(tokens.member("ines"));
    }

    @Test
    void showsAnOrganisationToEverybodyOnceTheOperatorApprovedIt() {
        String id = organisations.registered("ines", "public");
        assertThat(http.get("/v1/supporters/" + id).status()).isEqualTo(404);
        assertThat(ines.get("/v1/supporters/" + id).at("/state")).isEqualTo("registered");

        Answer approved = organisations.operator().post("/v1/supporters/" + id + "/approve");

        assertThat(approved.at("/state")).isEqualTo("approved");
        assertThat(http.get("/v1/supporters/" + id).header("ETag")).isEqualTo("\"2\"");
        assertThat(http.get("/v1/supporters?limit=100").body()).contains(id);
        assertThat(ines.get("/v1/me/supporters").body()).contains(id);
        for (String type : new String[] {"quartier.supporter.registered.v1", "quartier.supporter.approved.v1"}) {
            var event = events.awaitOn("quartier.support.supporters", type, id);
            assertThat(EventContracts.own().faultsOf(type, event.data())).isEmpty();
        }
        var state = events.await(
                        "quartier.support.supporters.state",
                        event -> event.subject().equals(id),
                        2)
                .getLast();
        assertThat(EventContracts.own().faultsOf(state.type(), state.data())).isEmpty();
        assertThat(state.data().get("approved").asBoolean()).isTrue();
        assertThat(state.data().get("agents").toString()).isEqualTo("[\"m-ines\"]");
    }

    @Test
    void hidesASuspendedOrganisationAndStopsItsAgents() {
        String id = organisations.approved("ines", "public");
        assertThat(ines.get("/v1/radar?supporter=" + id).status()).isEqualTo(200);

        organisations.operator().post("/v1/supporters/" + id + "/suspend");

        assertThat(ines.get("/v1/radar?supporter=" + id).problem()).isEqualTo("supporter-not-approved");
        assertThat(http.get("/v1/supporters/" + id).status()).isEqualTo(404);
        assertThat(organisations.operator().get("/v1/supporters/" + id).at("/state"))
                .isEqualTo("suspended");
        var event = events.awaitOn("quartier.support.supporters", "quartier.supporter.suspended.v1", id);
        assertThat(EventContracts.own().faultsOf(event.type(), event.data())).isEmpty();
        assertThat(event.sequence()).isEqualTo(3);
    }

    @Test
    void leavesJudgementToTheOperator() {
        String id = organisations.registered("ines", "public");

        assertThat(ines.post("/v1/supporters/" + id + "/approve").problem()).isEqualTo("forbidden");
        assertThat(http.as(tokens.forged("odile", "operator"))
                        .post("/v1/supporters/" + id + "/approve")
                        .status())
                .isEqualTo(401);
        assertThat(http.as(tokens.with("nadia", "moderator:lyon"))
                        .post("/v1/supporters/" + id + "/approve")
                        .status())
                .isEqualTo(403);
        assertThat(organisations
                        .operator()
                        .post("/v1/supporters/" + id + "/suspend")
                        .problem())
                .isEqualTo("supporter-state");
        assertThat(organisations
                        .operator()
                        .post("/v1/supporters/nobody/approve")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void registersOnceForARepeatedRequestAndRefusesAnotherUnderItsKey() {
        String id = Organisations.newId();
        TestHttp keyed = ines.withKey();
        var body = Map.of("id", id, "name", "Ville de Lyon", "kind", "public");

        Answer first = keyed.post("/v1/supporters", body);
        Answer again = keyed.post("/v1/supporters", body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        Answer other =
                keyed.post("/v1/supporters", Map.of("id", Organisations.newId(), "name", "Autre", "kind", "public"));
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(ines.withKey().post("/v1/supporters", body).problem()).isEqualTo("supporter-id-taken");
        assertThat(ines.post("/v1/supporters", body).problem()).isEqualTo("idempotency-key-missing");
    }

    @Test
    void makesAnIdOfTheNameWhenNoneIsGiven() {
        String unique = Organisations.newId();

        Answer made =
                ines.withKey().post("/v1/supporters", Map.of("name", "L’Été à Écully " + unique, "kind", "private"));

        assertThat(made.at("/id")).isEqualTo("l-ete-a-ecully-" + unique);
    }

    @Test
    void refusesUnreadableAndUnsafeRegistrations() {
        assertThat(ines.withKey().post("/v1/supporters", "{\"name\":").problem())
                .isEqualTo("malformed-request");
        for (var wrong : java.util.List.of(
                Map.of("name", "X", "kind", "secret"),
                Map.of("name", " ", "kind", "public"),
                Map.of("name", "X y", "kind", "public", "siret", "123"),
                Map.of("name", "X y", "kind", "public", "id", "../etc"),
                Map.of("name", "X y", "kind", "public", "website", "javascript:alert(1)"),
                Map.of("name", "!!!", "kind", "public"))) {
            assertThat(ines.withKey().post("/v1/supporters", wrong).problem()).isEqualTo("invalid-fields");
        }
        assertThat(ines.withKey()
                        .post("/v1/supporters", Map.of("name", "x".repeat(10_000_000), "kind", "public"))
                        .problem())
                .isEqualTo("body-too-large");
        assertThat(http.as(tokens.expired("ines"))
                        .withKey()
                        .post("/v1/supporters", Map.of("name", "X", "kind", "public"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void walksTheListOfApprovedOrganisationsPageByPage() {
        String one = organisations.approved("ines", "public");
        String two = organisations.approved("marc", "private");
        String hidden = organisations.registered("marc", "private");

        var seen = new java.util.ArrayList<String>();
        String next = "";
        do {
            Answer page = http.get("/v1/supporters?limit=1" + next);
            page.json().get("items").forEach(item -> seen.add(item.get("id").asString()));
            next = page.json().has("next") ? "&cursor=" + page.at("/next") : "";
        } while (!next.isEmpty());

        assertThat(seen).contains(one, two).doesNotContain(hidden).doesNotHaveDuplicates();
        assertThat(organisations
                        .operator()
                        .get("/v1/supporters?state=registered&limit=100")
                        .body())
                .contains(hidden)
                .doesNotContain(one);
    }
}
