package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.testing.Answer;
import quartier.testing.QuartierIT;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** A reward that an owner offers to nobody new. */
@QuartierIT
class TierIT {

    private final TestHttp http;
    private final TestTokens tokens;
    private final TestEvents events;
    private final CatalogDriver catalog;

    @Autowired
    TierIT(TestHttp http, TestTokens tokens, TestEvents events) {
        this.http = http;
        this.tokens = tokens;
        this.events = events;
        this.catalog = new CatalogDriver(http, tokens);
    }

    @Test
    void closingATierIsShownAndToldAndCanBeAskedAgain() {
        String id = catalog.launched();
        String tier = catalog.read(id).at("/tiers/1/id");

        Answer closed = catalog.owner().post(path(id, tier));

        assertThat(closed.status()).as(closed.body()).isEqualTo(200);
        assertThat(catalog.read(id).at("/closedTiers/0")).isEqualTo(tier);
        assertThat(catalog.read(id).json().path("tiers")).as("still shown").hasSize(2);
        var told = events.awaitOn("quartier.catalog.projects", "quartier.project.tier-closed.v1", id);
        assertThat(told.data().path("tier").asString()).isEqualTo(tier);
        Answer again = catalog.owner().post(path(id, tier));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("/version")).isEqualTo(closed.at("/version"));
    }

    @Test
    void isTheOwnersAloneOfACampaignThatRunsAndATierThatThereIs() {
        String id = catalog.launched();
        String tier = catalog.read(id).at("/tiers/0/id");

        assertThat(http.as(tokens.member("remi")).post(path(id, tier)).problem())
                .isEqualTo("not-the-owner");
        assertThat(catalog.moderator().post(path(id, tier)).problem()).isEqualTo("not-the-owner");
        assertThat(http.post(path(id, tier)).status()).isEqualTo(401);
        Answer unknown = catalog.owner().post(path(id, "t-none"));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.problem()).isEqualTo("unknown-tier");
        assertThat(unknown.at("/detail")).contains("t-none");
        catalog.owner().post("/v1/projects/" + id + "/cancel", Map.of("reason", "Assez"));
        assertThat(catalog.owner().post(path(id, tier)).problem()).isEqualTo("project-state");
        assertThat(catalog.read(id).json().path("closedTiers")).isEmpty();
    }

    private static String path(String id, String tier) {
        return "/v1/projects/" + id + "/tiers/" + tier + "/close";
    }
}
