package quartier.inkind.need.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import quartier.inkind.need.Decision;
import quartier.inkind.need.HearOfProject;
import quartier.inkind.need.Need;
import quartier.inkind.need.NeedFilter;
import quartier.inkind.need.NeedKind;
import quartier.inkind.need.NeedPage;
import quartier.inkind.need.Needs;
import quartier.inkind.need.ProjectStanding;
import quartier.inkind.need.ProjectStandings;
import quartier.inkind.need.Standing;
import quartier.testing.EventContracts;

/** Reads the catalog's own examples. */
class ProjectListenerTest {

    private static final EventContracts CATALOG = EventContracts.of("catalog-service");
    private static final String PROJECT = "0d5f2c1e-5f3a-5b7e-9d7e-2f0a6c1b4e11";

    private final NeedsInMemory needs = new NeedsInMemory();
    private final StandingsInMemory standings = new StandingsInMemory();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ProjectListener listeners = new ProjectListener(new HearOfProject(needs, standings), meters);
    private final Consumer<Message<byte[]>> listener = listeners.projects();

    @Test
    void publishesTheNeedsOfTheCatalogsExample() {
        hear("quartier.project.launched.v1", 7);

        assertThat(needs.all.keySet()).containsExactly(PROJECT + ".n1", PROJECT + ".n2");
        Need need = needs.need(PROJECT + ".n1");
        assertThat(need.kind()).isEqualTo(NeedKind.LABOUR);
        assertThat(need.quantity()).isEqualTo(6);
        assertThat(need.description()).isEqualTo("Un samedi, pinceaux fournis.");
        assertThat(need.project().owner()).isEqualTo("m-alexis");
        assertThat(need.project().territoryPath()).containsExactly("auvergne-rhone-alpes", "lyon");
        assertThat(need.open()).isTrue();
    }

    @Test
    void followsTheProjectWhateverTheOrderOfItsEvents() {
        for (List<String> order : orders(List.of("launched", "suspended", "resumed", "cancelled"))) {
            needs.all.clear();
            standings.all.clear();
            Map<String, Integer> sequences = Map.of("launched", 7, "suspended", 8, "resumed", 9, "cancelled", 10);
            order.forEach(what -> hear("quartier.project." + what + ".v1", sequences.getOrDefault(what, 0)));
            order.forEach(what -> hear("quartier.project." + what + ".v1", sequences.getOrDefault(what, 0)));

            assertThat(needs.need(PROJECT + ".n1").standing())
                    .as(order.toString())
                    .isEqualTo(Standing.ENDED);
        }
    }

    @Test
    void closesTheNeedsOfACampaignThatFailed() {
        hear("quartier.project.launched.v1", 7);
        String type = "quartier.project.state.v1";
        listeners.projectStates().accept(message(type, 7, CATALOG.example(type)));
        assertThat(needs.need(PROJECT + ".n1").open()).isTrue();

        listeners.projectStates().accept(message(type, 12, "{\"state\":\"not_funded\"}"));

        assertThat(needs.need(PROJECT + ".n1").standing()).isEqualTo(Standing.ENDED);
    }

    @Test
    void leavesEventsAloneThatSayNothingAboutNeeds() {
        for (String what : List.of("submitted", "changes-requested", "refused", "approved", "updated")) {
            hear("quartier.project." + what + ".v1", 3);
        }

        assertThat(needs.all).isEmpty();
        assertThat(meters.find("quartier.events.unknown").counter()).isNull();
    }

    @Test
    void countsEventsOfAnUnknownType() {
        listener.accept(message("quartier.project.invented.v1", 3, "{}"));
        listeners.projectStates().accept(message("quartier.project.invented.v1", 3, "{}"));

        assertThat(meters.counter("quartier.events.unknown", "type", "quartier.project.invented.v1")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void refusesWhatItCannotReadSoThatItIsPutAside() {
        assertThatThrownBy(() -> listener.accept(message("quartier.project.launched.v1", 3, "{\"needs\":")))
                .isInstanceOf(RuntimeException.class);
    }

    private void hear(String type, long sequence) {
        listener.accept(message(type, sequence, CATALOG.example(type)));
    }

    private static Message<byte[]> message(String type, long sequence, String json) {
        return MessageBuilder.withPayload(json.getBytes(UTF_8))
                .setHeader("ce_id", type + sequence)
                .setHeader("ce_type", type)
                .setHeader("ce_source", "/catalog-service")
                .setHeader("ce_subject", PROJECT)
                .setHeader("ce_sequence", Long.toString(sequence))
                .setHeader("ce_time", "2026-11-23T09:30:00Z")
                .build();
    }

    private static List<List<String>> orders(List<String> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> found = new ArrayList<>();
        for (String first : all) {
            List<String> rest = new ArrayList<>(all);
            rest.remove(first);
            for (List<String> order : orders(rest)) {
                List<String> one = new ArrayList<>(List.of(first));
                one.addAll(order);
                found.add(one);
            }
        }
        return found;
    }

    private static final class NeedsInMemory implements Needs {
        final Map<String, Need> all = new LinkedHashMap<>();

        Need need(String id) {
            return Optional.ofNullable(all.get(id)).orElseThrow();
        }

        @Override
        public Optional<Versioned> find(String needId) {
            return Optional.ofNullable(all.get(needId)).map(need -> new Versioned(need, 1));
        }

        @Override
        public void publish(Need need) {
            all.putIfAbsent(need.id(), need);
        }

        @Override
        public Optional<Decision> change(String needId, Function<Need, Decision> decide) {
            return find(needId).map(found -> decide.apply(found.need()));
        }

        @Override
        public void projectStands(ProjectStanding now) {
            all.replaceAll((_, need) -> need.project().id().equals(now.project())
                    ? need.projectStands(now.standing(), now.sequence()).orElse(need)
                    : need);
        }

        @Override
        public NeedPage list(NeedFilter filter) {
            return new NeedPage(List.copyOf(all.values()), null);
        }
    }

    private static final class StandingsInMemory implements ProjectStandings {
        final Map<String, ProjectStanding> all = new LinkedHashMap<>();

        @Override
        public void heard(ProjectStanding standing) {
            all.merge(
                    standing.project(),
                    standing,
                    (known, heard) -> heard.sequence() > known.sequence() ? heard : known);
        }

        @Override
        public Optional<ProjectStanding> of(String project) {
            return Optional.ofNullable(all.get(project));
        }
    }
}
