package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.testing.Answer;
import quartier.testing.EventContracts;
import quartier.testing.QuartierIT;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** Whoever could not be paid does not begin to collect. */
@QuartierIT
class PayeeRuleIT {

    private final TestEvents events;
    private final CatalogDriver catalog;
    private final TestHttp owner;
    private final String member = "owner-" + UUID.randomUUID();

    @Autowired
    PayeeRuleIT(TestHttp http, TestTokens tokens, TestEvents events) {
        this.events = events;
        this.catalog = new CatalogDriver(http, tokens);
        this.owner = http.as(tokens.member(member));
    }

    @Test
    void launchesOnlyWhenTheOwnersIdentityIsVerified() {
        String id = approved();
        assertThat(launch(id).status()).isEqualTo(409);
        assertThat(launch(id).problem()).isEqualTo("payee-not-verified");

        tell("rejected", 2);
        tell("verified", 3);
        tell("rejected", 2); // again, and late

        await().until(() -> launch(id).status() == 200);
    }

    @Test
    void launchesNothingOfSomebodyWhomTheProviderDoesNotVouchForAnyMore() {
        tell("verified", 1);
        String first = approved();
        await().until(() -> launch(first).status() == 200);

        tell("rejected", 2);

        await().until(() -> launch(approved()).problem().equals("payee-not-verified"));
    }

    private Answer launch(String id) {
        return owner.post("/v1/projects/" + id + "/launch");
    }

    private String approved() {
        String id = owner.withKey().post("/v1/projects", CatalogDriver.form()).at("/id");
        owner.post("/v1/projects/" + id + "/submit");
        catalog.moderator().post("/v1/projects/" + id + "/review", CatalogDriver.approval());
        return id;
    }

    /** In the words of the producer's own example. */
    private void tell(String what, long sequence) {
        String type = "quartier.payee." + what + ".v1";
        String example = EventContracts.of("pledge-service").example(type).replace("m-alexis", TestTokens.idOf(member));
        events.publish("quartier.pledge.payees", type, TestTokens.idOf(member), sequence, example);
    }
}
