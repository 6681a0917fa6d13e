package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.catalog.CatalogDriver.euros;
import static quartier.catalog.CatalogDriver.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quartier.testing.Answer;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** A campaign whose one reward goes by post, its money, and Rémi, who backs it. */
final class RewardDriver {

    static final Map<String, Object> ADDRESS = Map.of(
            "name", "Rémi Dupont", "street", "3 rue Secrète", "postcode", "69007", "city", "Lyon", "country", "France");

    private final TestHttp http;
    private final TestTokens tokens;
    private final TestEvents events;
    private final CatalogDriver catalog;

    RewardDriver(TestHttp http, TestTokens tokens, TestEvents events, CatalogDriver catalog) {
        this.http = http;
        this.tokens = tokens;
        this.events = events;
        this.catalog = catalog;
    }

    static Map<String, Object> withShipping() {
        Map<String, Object> form = form();
        form.put("tiers", List.of(Map.of("amount", euros(5), "reward", "Un T-shirt", "handover", "shipping")));
        return form;
    }

    String funded() {
        String id = catalog.launched(withShipping());
        fund(id);
        return id;
    }

    void fund(String id) {
        events.publish(
                "quartier.pledge.campaigns",
                "quartier.campaign.funded.v1",
                id,
                9,
                Map.of("campaign", id, "goal", euros(6_000), "collected", euros(6_100), "backers", 21));
        await().until(() -> catalog.read(id).at("/state").equals("funded"));
        assertThat(http.get("/v1/projects/" + id + "/curve").at("/items/0/collected/amount"))
                .isEqualTo("610000");
        assertThat(http.get("/v1/projects/" + id + "/timeline").body())
                .contains("\"launched\"")
                .contains("\"funded\"");
    }

    String backed(String id, String tier, long sequence) {
        String pledge = UUID.randomUUID().toString();
        publish("quartier.pledge.confirmed.v1", id, pledge, tier, sequence);
        await().until(() ->
                catalog.owner().get("/v1/projects/" + id + "/rewards").body().contains(pledge));
        return pledge;
    }

    void publish(String type, String id, String pledge, @Nullable String tier, long sequence) {
        Map<String, Object> data = new HashMap<>(Map.of(
                "pledge", pledge, "campaign", id, "backer", "m-remi", "amount", euros(25), "visibility", "name"));
        if (tier != null) {
            data.put("tier", tier);
        }
        events.publish("quartier.pledge.pledges", type, pledge, sequence, data);
    }

    void step(String id, String step, String... pledges) {
        assertThat(catalog.owner()
                        .post(
                                "/v1/projects/" + id + "/rewards/steps",
                                Map.of("pledges", List.of(pledges), "step", step))
                        .status())
                .isEqualTo(200);
    }

    Answer told(String mine, Map<String, String> choices, Map<String, Object> address) {
        return remi().put(mine + "/details", Map.of("choices", choices, "address", address));
    }

    TestHttp remi() {
        return as("remi");
    }

    TestHttp as(String name) {
        return http.as(tokens.member(name));
    }
}
