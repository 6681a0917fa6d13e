package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.catalog.RewardDriver.ADDRESS;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import org.bson.Document;
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

    private final TestEvents events;
    private final MongoDatabase database;
    private final DeliverRewards deliver;
    private final CatalogDriver catalog;
    private final RewardDriver rewards;

    @Autowired
    RewardIT(TestHttp http, TestTokens tokens, TestEvents events, MongoDatabase database, DeliverRewards deliver) {
        this.deliver = deliver;
        this.events = events;
        this.database = database;
        this.catalog = new CatalogDriver(http, tokens);
        this.rewards = new RewardDriver(http, tokens, events, catalog);
    }

    @Test
    void aRewardIsPreparedSentAndReceivedByTheBackersOwnWord() {
        String id = rewards.funded();
        String pledge = rewards.backed(id, "t1", 3);
        String sheet = "/v1/projects/" + id + "/rewards";
        var question = Map.of("id", "size", "label", "Taille ?", "options", List.of("S", "M"));
        assertThat(catalog.owner()
                        .put("/v1/projects/" + id + "/surveys/t1", Map.of("questions", List.of(question)))
                        .status())
                .isEqualTo(200);

        String mine = "/v1/me/rewards/" + pledge;
        assertThat(rewards.remi().get("/v1/me/rewards").body())
                .contains("Taille ?")
                .contains(pledge);
        assertThat(rewards.told(mine, Map.of("size", "XXL"), ADDRESS).at("/errors/0/code"))
                .isEqualTo("choice-invalid");
        assertThat(rewards.told(mine, Map.of("size", "M"), Map.of("name", "Rémi"))
                        .at("/errors/0/code"))
                .isEqualTo("address-incomplete");
        assertThat(rewards.told(mine, Map.of("size", "M"), ADDRESS).status()).isEqualTo(200);

        Answer read = catalog.owner().get(sheet);
        assertThat(read.at("/items/0/address/street")).isEqualTo("3 rue Secrète");
        assertThat(read.at("/items/0/choices/size")).isEqualTo("M");
        assertThat(read.header("Cache-Control")).contains("no-store");
        assertThat(catalog.moderator().get(sheet).status()).isEqualTo(404);
        assertThat(rewards.as("ines").get(sheet).status()).isEqualTo(404);
        assertThat(rewards.as("ines").post(mine + "/received").status()).isEqualTo(404);
        assertThat(stored()).doesNotContain("Secrète");

        assertThat(rewards.remi().post(mine + "/received").problem()).isEqualTo("reward-not-sent");
        var step = Map.of("pledges", List.of(pledge), "step", "sent");
        assertThat(catalog.owner().post(sheet + "/steps", step).at("/moved")).isEqualTo("1");
        assertThat(catalog.owner().post(sheet + "/steps", step).at("/moved")).isEqualTo("0");
        assertThat(rewards.told(mine, Map.of("size", "S"), ADDRESS).problem()).isEqualTo("reward-already-sent");
        assertThat(rewards.remi().post(mine + "/received").at("/state")).isEqualTo("received");
        assertThat(rewards.remi().delete(mine + "/details").json().has("address"))
                .isFalse();
        assertThat(catalog.owner().get(sheet).json().at("/items/0").has("address"))
                .isFalse();
    }

    @Test
    void tellsBackersWhatBecomesOfTheirRewards() {
        String id = catalog.launched(RewardDriver.withShipping());
        String first = rewards.backed(id, "t1", 3);
        String second = rewards.backed(id, "t1", 3);
        var size = Map.of("questions", List.of(Map.of("id", "size", "label", "Taille ?", "options", List.of("S"))));
        assertThat(catalog.owner()
                        .put("/v1/projects/" + id + "/surveys/t1", size)
                        .status())
                .isEqualTo(200);
        deliver.tellWhatWaits();
        rewards.fund(id);
        deliver.tellWhatWaits();
        deliver.tellWhatWaits();
        catalog.owner().put("/v1/projects/" + id + "/surveys/t1", size);
        rewards.step(id, "prepared", first, second);
        rewards.step(id, "prepared", first);
        rewards.step(id, "sent", first);
        rewards.as("remi").post("/v1/me/rewards/" + first + "/received");
        rewards.step(id, "sent", second);

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

    @Test
    void nothingIsOwedBeforeTheCampaignIsFunded() {
        String id = catalog.launched(RewardDriver.withShipping());
        String pledge = rewards.backed(id, "t1", 3);

        assertThat(rewards.told("/v1/me/rewards/" + pledge, Map.of(), ADDRESS).problem())
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
        String id = rewards.funded();
        String pledge = rewards.backed(id, "t1", 3);
        rewards.publish("quartier.pledge.cancelled.v1", id, pledge, null, 5);
        rewards.publish("quartier.pledge.confirmed.v1", id, pledge, "t1", 3);

        await().until(() ->
                !catalog.owner().get("/v1/projects/" + id + "/rewards").body().contains(pledge));
        assertThat(rewards.remi().get("/v1/me/rewards").body()).doesNotContain(pledge);
    }

    private String stored() {
        StringBuilder all = new StringBuilder();
        for (String collection : List.of("parcels", "delivery_details")) {
            database.getCollection(collection).find().forEach(document -> all.append(document.toJson()));
        }
        return all.toString();
    }
}
