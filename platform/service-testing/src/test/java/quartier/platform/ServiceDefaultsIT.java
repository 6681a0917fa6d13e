package quartier.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaAdmin;
import quartier.platform.messaging.TopicCreation;
import quartier.platform.outbox.OutboundEvent;
import quartier.platform.outbox.OutboundEvents;
import quartier.platform.store.AggregateCollection;
import quartier.platform.store.Change;
import quartier.platform.store.DocumentMapper;
import quartier.platform.store.StaleAggregateException;
import quartier.testing.QuartierIT;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestServers;
import quartier.testing.TestTokens;

@QuartierIT
class ServiceDefaultsIT {

    private static final String TOPIC = "quartier.sample.songs";
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @Autowired
    TestHttp http;

    @Autowired
    TestTokens tokens;

    @Autowired
    TestEvents events;

    @Autowired
    AggregateCollection songs;

    @Autowired
    OutboundEvents outbound;

    @Autowired
    Queue<SampleService.Heard> heard;

    record Dated(String name, Instant at, long count) {}

    @Test
    void anEndpointThatDeclaresNoRoleIsDeniedToEverybody() {
        assertThat(http.as(tokens.with("odile", "operator")).get("/undeclared").problem())
                .isEqualTo("forbidden");
    }

    @Test
    void asksForATokenWhereARoleIsNeeded() {
        var answer = http.get("/members");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("unauthenticated");
        assertThat(http.as(tokens.member("remi")).get("/members").at("/you")).isEqualTo("m-remi");
    }

    @Test
    void refusesExpiredForgedAndMisdirectedTokensEvenWhereAnyoneMayCall() {
        for (String bad : List.of(
                tokens.expired("remi"), tokens.forged("odile", "operator"), tokens.forAnotherAudience("remi"), "x")) {
            var answer = http.as(bad).get("/open");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.problem()).isEqualTo("unauthenticated");
        }
    }

    @Test
    void aRoleHoldsForItsTerritoryAndWhatLiesBelow() {
        assertThat(http.as(tokens.member("remi")).get("/moderators").status()).isEqualTo(403);
        assertThat(http.as(tokens.with("nadia", "moderator:lyon"))
                        .get("/moderators")
                        .at("/ofLyon"))
                .isEqualTo("true");
        assertThat(http.as(tokens.with("said", "moderator:saint-etienne"))
                        .get("/moderators")
                        .at("/ofLyon"))
                .isEqualTo("false");
    }

    @Test
    void tellsARefusalInTheReadersLanguage() {
        var member = http.as(tokens.member("remi"));
        var song = Map.of("title", "x", "loudness", 120);
        assertThat(member.post("/songs", song).at("/detail")).startsWith("Baissez le son : 120");
        var english = member.with("Accept-Language", "en").post("/songs", song);
        assertThat(english.at("/detail")).startsWith("Turn it down: 120");
        assertThat(english.problem()).isEqualTo("too-loud");
        assertThat(english.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void answersBrokenJsonFractionsAndUnknownFieldsWithAProblem() {
        var member = http.as(tokens.member("remi"));
        for (String body : List.of(
                "{\"title\":", "{\"title\":\"x\",\"loudness\":15.5}", "{\"title\":\"x\",\"loudness\":1,\"bass\":2}")) {
            var answer = member.post("/songs", body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.problem()).isEqualTo("malformed-request");
        }
    }

    @Test
    void refusesABodyOfTenMegabytes() {
        var answer = http.as(tokens.member("remi")).post("/songs", "\"" + "x".repeat(10_000_000) + "\"");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("body-too-large");
    }

    @Test
    void leaksNothingOfADefect() {
        var answer = http.get("/defect");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("hunter2").contains("internal-error");
    }

    @Test
    void answersAnUnknownAddressWithAProblem() {
        assertThat(http.get("/nowhere").status()).isEqualTo(404);
        assertThat(http.get("/nowhere").problem()).isEqualTo("not-found");
    }

    @Test
    void publishesAnAggregatesEventsInTheirOrder() {
        String id = UUID.randomUUID().toString();
        songs.insert(id, new Document("plays", 0L), List.of(event(id, 1), event(id, 2)));
        songs.change(id, found -> Change.to(new Document("plays", 1L), List.of(event(id, 3)), true));
        var seen = events.await(TOPIC, event -> event.subject().equals(id), 3);
        assertThat(seen).extracting(event -> event.sequence()).containsExactly(1L, 2L, 3L);
        assertThat(seen.getFirst().attributes())
                .containsEntry("specversion", "1.0")
                .containsEntry("partitionkey", id)
                .containsEntry("source", "/sample");
    }

    @Test
    void insertsAnAggregateOnlyOnce() {
        String id = UUID.randomUUID().toString();
        assertThat(songs.insert(id, new Document("plays", 0L), List.of())).isTrue();
        assertThat(songs.insert(id, new Document("plays", 9L), List.of())).isFalse();
        assertThat(songs.find(id).orElseThrow().state().getLong("plays")).isZero();
    }

    @Test
    void givesUpAfterThreeStaleVersions() {
        String id = UUID.randomUUID().toString();
        songs.insert(id, new Document("plays", 0L), List.of());
        assertThatThrownBy(() -> songs.change(id, found -> {
                    songs.replace(id, found.version(), new Document("plays", 7L), List.of());
                    return Change.to(new Document("plays", -1L), List.of(), true);
                }))
                .isInstanceOf(StaleAggregateException.class);
        assertThat(songs.find(id).orElseThrow().state().getLong("plays")).isEqualTo(7L);
    }

    @Test
    void hearsEventsAndPutsWhatIsNoneAside() {
        String subject = UUID.randomUUID().toString();
        events.publishPoison("quartier.sample.greetings", subject, "not an event " + subject);
        events.publish("quartier.sample.greetings", "quartier.greeting.said.v1", subject, 4, Map.of("to", "you"));
        await().until(() -> heardAbout(subject).isPresent());
        var event = heardAbout(subject).orElseThrow().event();
        assertThat(event.sequence()).isEqualTo(4);
        assertThat(event.json()).isEqualTo("{\"to\":\"you\"}");
        String group = heardGroup();
        await().untilAsserted(() -> assertThat(events.allOn(
                        "error.quartier.sample.greetings." + group,
                        dead -> dead.data().asString().equals("not an event " + subject)))
                .hasSize(1));
    }

    @Test
    void compactsItsTopicOfStateEvenWhenSomebodyElseCreatedIt() throws InterruptedException, ExecutionException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, "quartier.sample.songs.state");
        try (var broker = Admin.create(Map.of("bootstrap.servers", TestServers.kafka()))) {
            await().until(() -> broker.listTopics().names().get().contains(resource.name()));
            broker.incrementalAlterConfigs(Map.of(
                            resource,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("cleanup.policy", "delete"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
            new TopicCreation(admin).start();
            await().until(() -> broker.describeConfigs(List.of(resource)).all().get().values().stream()
                    .map(config -> config.get("cleanup.policy").value())
                    .allMatch("compact"::equals));
        }
    }

    @Autowired
    KafkaAdmin admin;

    @Test
    void aTraceFollowsARequestThroughTheOutboxAndTheBus() {
        String traceId = UUID.randomUUID().toString().replace("-", "");
        String subject = UUID.randomUUID().toString();
        http.with("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01").post("/greetings/" + subject);
        await().until(() -> heardAbout(subject).isPresent());
        assertThat(heardAbout(subject).orElseThrow().traceId()).isEqualTo(traceId);
    }

    @Autowired
    Environment environment;

    private Optional<SampleService.Heard> heardAbout(String subject) {
        return heard.stream()
                .filter(one -> one.event().subject().equals(subject))
                .findFirst();
    }

    private String heardGroup() {
        return environment.getRequiredProperty("spring.cloud.stream.default.group");
    }

    @Test
    void keepsInstantsAsDatesInDocuments() {
        var mapper = new DocumentMapper();
        var document = mapper.toDocument(new Dated("a", NOON, 3));
        assertThat(document.get("at")).isInstanceOf(java.util.Date.class);
        assertThat(document.get("count")).isEqualTo(3L);
        assertThat(mapper.fromDocument(document, Dated.class)).isEqualTo(new Dated("a", NOON, 3));
    }

    private OutboundEvent event(String id, long sequence) {
        return outbound.event(TOPIC, "quartier.song.sung.v1", id, sequence, NOON, Map.of("song", id));
    }
}
