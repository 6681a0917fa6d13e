package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.catalog.RewardDriver.ADDRESS;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.catalog.delivery.Missing;
import quartier.testing.Answer;
import quartier.testing.EventContracts;
import quartier.testing.QuartierIT;
import quartier.testing.SeenEvent;
import quartier.testing.TestClock;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** A team that waits for addresses and choices sees how many are missing, and asks again, but not too often. */
@QuartierIT
class RewardReminderIT {

    private final TestEvents events;
    private final TestClock clock;
    private final CatalogDriver catalog;
    private final RewardDriver rewards;

    @Autowired
    RewardReminderIT(TestHttp http, TestTokens tokens, TestEvents events, TestClock clock) {
        this.events = events;
        this.clock = clock;
        this.catalog = new CatalogDriver(http, tokens);
        this.rewards = new RewardDriver(http, tokens, events, catalog);
    }

    @AfterEach
    void theClockIsRightAgain() {
        clock.reset();
    }

    @Test
    void remindsThoseWhoseAddressIsMissingAndNotAgainWithinSevenDays() {
        String id = catalog.launched(RewardDriver.withShipping());
        String told = rewards.backed(id, "t1", 3);
        String sent = rewards.backed(id, "t1", 3);
        rewards.backed(id, "t1", 3);
        String reminders = "/v1/projects/" + id + "/rewards/t1/reminders";
        assertThat(catalog.owner().post(reminders).problem()).isEqualTo("nothing-to-deliver");
        rewards.fund(id);
        assertThat(rewards.told("/v1/me/rewards/" + told, Map.of(), ADDRESS).status())
                .isEqualTo(200);
        rewards.step(id, "sent", sent);

        Answer sheet = catalog.owner().get("/v1/projects/" + id + "/rewards");
        assertThat(sheet.at("/missing/0/tier")).isEqualTo("t1");
        assertThat(sheet.at("/missing/0/backers")).isEqualTo("1");
        assertThat(sheet.json().at("/missing/0").has("remindableFrom")).isFalse();
        assertThat(rewards.as("ines").post(reminders).status()).isEqualTo(404);
        assertThat(catalog.moderator().post(reminders).status()).isEqualTo(404);
        assertThat(catalog.owner()
                        .post("/v1/projects/" + id + "/rewards/t9/reminders")
                        .at("/errors/0/code"))
                .isEqualTo("unknown-tier");

        assertThat(catalog.owner().post(reminders).at("/reminded")).isEqualTo("1");
        assertThat(catalog.owner().post(reminders).problem()).isEqualTo("backers-asked-lately");
        assertThat(catalog.owner()
                        .get("/v1/projects/" + id + "/rewards")
                        .json()
                        .at("/missing/0/remindableFrom")
                        .isString())
                .isTrue();
        clock.advance(Missing.BETWEEN_REMINDERS.plusMinutes(1));
        assertThat(catalog.owner().post(reminders).at("/reminded")).isEqualTo("1");

        List<SeenEvent> asked = events.await(
                "quartier.catalog.rewards",
                event -> event.key().equals(id) && event.type().equals("quartier.reward.details-asked.v1"),
                2);
        assertThat(asked)
                .allSatisfy(event -> assertThat(EventContracts.own().faultsOf(event.type(), event.data()))
                        .isEmpty())
                .allSatisfy(event ->
                        assertThat(event.data().path("asks").asString()).isEqualTo("address"));
        assertThat(asked).extracting(event -> event.attributes().get("id")).doesNotHaveDuplicates();
    }

    @Test
    void aNewQuestionIsNoWayRoundTheTimeBetweenTwoReminders() {
        String id = rewards.funded();
        String pledge = rewards.backed(id, "t1", 3);
        String reminders = "/v1/projects/" + id + "/rewards/t1/reminders";
        catalog.owner().post(reminders);
        var size = Map.of("questions", List.of(Map.of("id", "size", "label", "Taille ?", "options", List.of("S"))));
        catalog.owner().put("/v1/projects/" + id + "/surveys/t1", size);

        assertThat(catalog.owner().post(reminders).problem()).isEqualTo("backers-asked-lately");

        rewards.told("/v1/me/rewards/" + pledge, Map.of("size", "S"), ADDRESS);
        assertThat(catalog.owner().post(reminders).problem()).isEqualTo("nothing-missing");
        assertThat(catalog.owner().get("/v1/projects/" + id + "/rewards").json().path("missing"))
                .isEmpty();
    }
}
