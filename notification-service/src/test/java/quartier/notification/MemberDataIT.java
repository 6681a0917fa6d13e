package quartier.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;
import tools.jackson.databind.JsonNode;

/** What is kept of a member is theirs: to take along, and to have erased. */
@NotificationIT
class MemberDataIT {

    private final TestHttp http;
    private final TestTokens tokens;
    private final TestEvents events;
    private final MongoDatabase database;
    private Neighbourhood lyon;

    @Autowired
    MemberDataIT(TestHttp http, TestTokens tokens, TestEvents events, MongoDatabase database) {
        this.http = http;
        this.tokens = tokens;
        this.events = events;
        this.database = database;
        this.lyon = new Neighbourhood(events, tokens, http);
    }

    @BeforeEach
    void newNeighbourhood() {
        lyon = new Neighbourhood(events, tokens, http);
    }

    @Test
    void givesAMemberAllThatIsKeptOfThemAndOfNobodyElse() {
        lyon.reachable("remi", "fr");
        lyon.launched();
        lyon.follows("lea");
        lyon.backed("p1", "remi");
        assertThat(lyon.kinds("remi", 1)).containsExactly("pledge-confirmed");

        var answer = lyon.as("remi").with("Accept-Language", "en").get("/v1/me/export");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        JsonNode mine = answer.json();
        assertThat(mine.at("/contact/email").asString()).isEqualTo(lyon.address("remi"));
        assertThat(mine.at("/follows/0/project").asString()).isEqualTo(lyon.project);
        assertThat(mine.at("/pledges/0/pledge").asString()).startsWith("p1");
        assertThat(mine.at("/notices/0/text").asString()).contains("is confirmed");
        assertThat(answer.body()).doesNotContain(lyon.member("lea"), lyon.address("alexis"));
        assertThat(http.get("/v1/me/export").status()).isEqualTo(401);
    }

    @Test
    void erasesAllAndMailsNothingFromThenOn() {
        lyon.reachable("remi", "fr");
        lyon.reachable("lea", "fr");
        lyon.launched();
        lyon.follows("lea");
        lyon.backed("p1", "remi");
        assertThat(lyon.kinds("remi", 1)).containsExactly("pledge-confirmed");

        assertThat(lyon.as("remi").delete("/v1/me/data").status()).isEqualTo(204);
        assertThat(lyon.as("remi").delete("/v1/me/data").status()).isEqualTo(204);

        assertThat(lyon.as("remi").get("/v1/me/contact").status()).isEqualTo(404);
        assertThat(lyon.as("remi").get("/v1/me/notices").json().path("items")).isEmpty();
        for (String collection : database.listCollectionNames()) {
            for (Document document : database.getCollection(collection).find()) {
                assertThat(document.toJson())
                        .as(collection)
                        .doesNotContain(lyon.member("remi") + "\"", lyon.address("remi"));
            }
        }
        lyon.updated("Les murs sont peints");
        assertThat(lyon.kinds("lea", 1)).containsExactly("update-posted");
        lyon.pledge("refunded", "p1", "remi", Map.of("reason", "not_funded"));
        assertThat(lyon.kinds("remi", 1)).containsExactly("refunded");
        assertThat(database.getCollection("notices")
                        .countDocuments(new Document("member", lyon.member("remi"))
                                .append("mail", new Document("$exists", true))))
                .isZero();
        assertThat(lyon.as("lea").get("/v1/me/contact").status()).isEqualTo(200);
        assertThat(http.delete("/v1/me/data").status()).isEqualTo(401);
    }
}
