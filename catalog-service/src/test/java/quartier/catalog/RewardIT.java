package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.catalog.CatalogDriver.euros;
import static quartier.catalog.CatalogDriver.form;

import com.mongodb.client.MongoDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.catalog.delivery.DeliverRewards;
import quartier.testing.Answer;
import quartier.testing.EventContracts;
import quartier.testing.QuartierIT;
import quartier.testing.SeenEvent;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** Rewards from the pledge to the backer's own word, with an address that only the team sees and that is erased. */
@QuartierIT
class RewardIT {

    private static final Map<String, Object> ADDRESS = Map.of(
            "name", "Rémi Dupont", "street", "3 rue Secrète", "postcode", "69007", "city", "Lyon", "country", "France");

    private final TestHttp http;
    private final TestTokens tokens;
    private final TestEvents events;
    private final MongoDatabase database;
    private final DeliverRewards deliver;
    private final CatalogDriver catalog;

    @Autowired
    RewardIT(TestHttp http, TestTokens tokens, TestEvents events, MongoDatabase database, DeliverRewards deliver) {
        this.deliver = deliver;
        this.http = http;
        this.tokens = tokens;
        this.events = events;
        this.database = database;
        this.catalog = new CatalogDriver(http, tokens);
    }

    @Test
    void aRewardIsPreparedSentAndReceivedByTheBackersOwnWord() {
        String id = funded();
        String pledge = backed(id, "t1", 3);
        String sheet = "/v1/projects/" + id + "/rewards";
        var question = Map.of("id", "size", "label", "Taille ?", "options", List.of("S", "M"));
        assertThat(catalog.owner()
                        .put("/v1/projects/" + id + "/surveys/t1", Map.of("questions", List.of(question)))
                        .status())
                .isEqualTo(200);

        String mine = "/v1/me/rewards/" + pledge;
        assertThat(remi().get("/v1/me/rewards").body()).contains("Taille ?").contains(pledge);
        assertThat(told(mine, Map.of("size", "XXL"), ADDRESS).at("/errors/0/code"))
                .isEqualTo("choice-invalid");
        assertThat(told(mine, Map.of("size", "M"), Map.of("name", "Rémi")).at("/errors/0/code"))
                .isEqualTo("address-incomplete");
        assertThat(told(mine, Map.of("size", "M"), ADDRESS).status()).isEqualTo(200);

        Answer read = catalog.owner().get(sheet);
        assertThat(read.at("/items/0/address/street")).isEqualTo("3 rue Secrète");
        assertThat(read.at("/items/0/choices/size")).isEqualTo("M");
        assertThat(read.header("Cache-Control")).contains("no-store");
        assertThat(catalog.moderator().get(sheet).status()).isEqualTo(404);
        assertThat(as("ines").get(sheet).status()).isEqualTo(404);
        assertThat(as("ines").post(mine + "/received").status()).isEqualTo(404);
        assertThat(stored()).doesNotContain("Secrète");

        assertThat(remi().post(mine + "/received").problem()).isEqualTo("reward-not-sent");
        var step = Map.of("pledges", List.of(pledge), "step", "sent");
        assertThat(catalog.owner().post(sheet + "/steps", step).at("/moved")).isEqualTo("1");
        assertThat(catalog.owner().post(sheet + "/steps", step).at("/moved")).isEqualTo("0");
        assertThat(told(mine, Map.of("size", "S"), ADDRESS).problem()).isEqualTo("reward-already-sent");
        assertThat(remi().post(mine + "/received").at("/state")).isEqualTo("received");
        assertThat(remi().delete(mine + "/details").json().has("address")).isFalse();
        assertThat(catalog.owner().get(sheet).json().at("/items/0").has("address"))
                .isFalse();
    }

    @Test
    void tellsBackersWhatBecomesOfTheirRewards() {
        String id = catalog.launched(withShipping());
        String first = backed(id, "t1", 3);
        String second = backed(id, "t1", 3);
        var size = Map.of("questions", List.of(Map.of("id", "size", "label", "Taille ?", "options", List.of("S"))));
        assertThat(catalog.owner()
                        .put("/v1/projects/" + id + "/surveys/t1", size)
                        .status())
                .isEqualTo(200);
        deliver.tellWhatWaits();
        fund(id);
        deliver.tellWhatWaits();
        deliver.tellWhatWaits();
        catalog.owner().put("/v1/projects/" + id + "/surveys/t1", size);
        step(id, "prepared", first, second);
        step(id, "prepared", first);
        step(id, "sent", first);
        as("remi").post("/v1/me/rewards/" + first + "/received");
        step(id, "sent", second);

        List<SeenEvent> told =
                events.await("quartier.catalog.rewards", event -> event.key().equals(id), 5);

        assertThat(told)
                .extracting(event ->
                        event.type() + " " + event.data().path("pledge").asString(""))
                .containsExactlyInAnyOrder(
                        "quartier.reward.details-asked.v1 ",
                        "quartier.reward.prepared.v1 " + first,
                        "quartier.reward.prepared.v1 " + second,
                        "quartier.reward.sent.v1 " + first,
                        "quartier.reward.sent.v1 " + second);
        assertThat(told)
                .allSatisfy(event -> assertThat(EventContracts.own().faultsOf(event.type(), event.data()))
                        .isEmpty());
        assertThat(told.getFirst().data().path("members").toString()).isEqualTo("[\"m-remi\"]");
        assertThat(database.getCollection("parcels").countDocuments(new Document("untold", id)))
                .isZero();
    }

    private void step(String id, String step, String... pledges) {
        assertThat(catalog.owner()
                        .post(
                                "/v1/projects/" + id + "/rewards/steps",
                                Map.of("pledges", List.of(pledges), "step", step))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nothingIsOwedBeforeTheCampaignIsFunded() {
        String id = catalog.launched(withShipping());
        String pledge = backed(id, "t1", 3);

        assertThat(told("/v1/me/rewards/" + pledge, Map.of(), ADDRESS).problem())
                .isEqualTo("nothing-to-deliver");
        assertThat(catalog.owner()
                        .post(
                                "/v1/projects/" + id + "/rewards/steps",
                                Map.of("pledges", List.of(pledge), "step", "sent"))
                        .problem())
                .isEqualTo("nothing-to-deliver");
    }

    @Test
    void forgetsTheRewardOfAPledgeThatNoLongerStandsAndHearsNothingTwice() {
        String id = funded();
        String pledge = backed(id, "t1", 3);
        publish("quartier.pledge.cancelled.v1", id, pledge, null, 5);
        publish("quartier.pledge.confirmed.v1", id, pledge, "t1", 3);

        await().until(() ->
                !catalog.owner().get("/v1/projects/" + id + "/rewards").body().contains(pledge));
        assertThat(remi().get("/v1/me/rewards").body()).doesNotContain(pledge);
    }

    private String funded() {
        String id = catalog.launched(withShipping());
        fund(id);
        return id;
    }

    private void fund(String id) {
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

    private String backed(String id, String tier, long sequence) {
        String pledge = UUID.randomUUID().toString();
        publish("quartier.pledge.confirmed.v1", id, pledge, tier, sequence);
        await().until(() ->
                catalog.owner().get("/v1/projects/" + id + "/rewards").body().contains(pledge));
        return pledge;
    }

    private void publish(String type, String id, String pledge, @Nullable String tier, long sequence) {
        Map<String, Object> data = new HashMap<>(Map.of(
                "pledge", pledge, "campaign", id, "backer", "m-remi", "amount", euros(25), "visibility", "name"));
        if (tier != null) {
            data.put("tier", tier);
        }
        events.publish("quartier.pledge.pledges", type, pledge, sequence, data);
    }

    private Answer told(String mine, Map<String, String> choices, Map<String, Object> address) {
        return remi().put(mine + "/details", Map.of("choices", choices, "address", address));
    }

    private String stored() {
        StringBuilder all = new StringBuilder();
        for (String collection : List.of("parcels", "delivery_details")) {
            database.getCollection(collection).find().forEach(document -> all.append(document.toJson()));
        }
        return all.toString();
    }

    private static Map<String, Object> withShipping() {
        Map<String, Object> form = form();
        form.put("tiers", List.of(Map.of("amount", euros(5), "reward", "Un T-shirt", "handover", "shipping")));
        return form;
    }

    private TestHttp remi() {
        return as("remi");
    }

    private TestHttp as(String name) {
        return http.as(tokens.member(name));
    }
}
