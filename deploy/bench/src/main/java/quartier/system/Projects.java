package quartier.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** Tells of launched projects as catalog-service does. */
final class Projects {

    private static final String TOPIC = "quartier.catalog.projects";
    private static final String TYPE = "quartier.project.launched.v1";

    private Projects() {}

    static void launch(String kafka, String project, Launch launch) {
        var message =
                new ProducerRecord<>(TOPIC, project, JsonMapper.shared().writeValueAsString(data(project, launch)));
        Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        UUID.randomUUID().toString(),
                        "source",
                        "/catalog-service",
                        "type",
                        TYPE,
                        "subject",
                        project,
                        "sequence",
                        "1",
                        "time",
                        launch.at().toString(),
                        "partitionkey",
                        project)
                .forEach((name, value) -> message.headers().add("ce_" + name, value.getBytes(UTF_8)));
        message.headers().add("content-type", "application/json".getBytes(UTF_8));
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all"), new StringSerializer(), new StringSerializer())) {
            producer.send(message).get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException refused) {
            throw new IllegalStateException("the broker takes no events", refused);
        }
    }

    private static Map<String, Object> data(String project, Launch launch) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("project", project);
        data.put("slug", project);
        data.put("title", "La halle aux mille voisins");
        data.put("territory", "lyon");
        data.put("territoryPath", List.of("auvergne-rhone-alpes", "lyon"));
        data.put("theme", "lien-social");
        data.put("ownerKind", "association");
        data.put("owner", "m-" + Launch.OWNER);
        data.put("launchedAt", launch.at().toString());
        data.put("terms", terms(launch));
        data.put("needs", List.of());
        return data;
    }

    private static Map<String, Object> terms(Launch launch) {
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("currency", "EUR");
        terms.put("goal", launch.goalMinorUnits());
        terms.put("cap", launch.capMinorUnits());
        terms.put("deadline", launch.deadline().toString());
        terms.put("commissionBasisPoints", 600);
        terms.put("vatBasisPoints", 2_000);
        terms.put("pledgeKinds", List.of("gift", "gift_with_reward"));
        terms.put("stretchGoals", List.of());
        terms.put(
                "tiers",
                List.of(
                        Map.of("id", Launch.UNLIMITED, "amount", 500, "reward", "Un café équitable"),
                        Map.of("id", Launch.LIMITED, "amount", 1_500, "reward", "Un repas", "stock", launch.stock())));
        return terms;
    }
}
