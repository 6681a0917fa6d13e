package quartier.catalog.contest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.support.MessageBuilder;
import quartier.catalog.contest.Backings;

class BackingContractTest {

    private static final Path EXAMPLE = Path.of("../pledge-service/contracts/events/pledge-confirmed.v1.example.json");

    @Test
    void readsWhoBackedWhatFromTheProducersExample() throws IOException {
        var known = new KnownBackings();
        var meters = new SimpleMeterRegistry();
        var listener = new BackingListener().backings(known, meters);

        listener.accept(MessageBuilder.withPayload(Files.readAllBytes(EXAMPLE))
                .setHeader("ce_id", "1")
                .setHeader("ce_type", "quartier.pledge.confirmed.v1")
                .setHeader("ce_source", "/pledge-service")
                .setHeader("ce_subject", "p")
                .setHeader("ce_sequence", "1")
                .setHeader("ce_time", "2026-11-23T18:30:12Z")
                .build());

        assertThat(known.all).containsExactly("le-kfe-du-33 m-remi");
        assertThat(meters.find("quartier.events.unknown").counter()).isNull();
    }

    private static final class KnownBackings implements Backings {

        private final List<String> all = new ArrayList<>();

        @Override
        public boolean has(String project, String memberId) {
            return all.contains(project + " " + memberId);
        }

        @Override
        public void add(String project, String memberId) {
            all.add(project + " " + memberId);
        }
    }
}
