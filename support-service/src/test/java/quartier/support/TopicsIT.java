package quartier.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaAdmin;
import quartier.testing.QuartierIT;

@QuartierIT
class TopicsIT {

    @Autowired
    KafkaAdmin kafka;

    /** The second is another service's; this one may be there first, and then creates it. */
    @Test
    void compactsTopicsOfStates() {
        for (String topic : List.of("quartier.support.supporters.state", "quartier.inkind.needs.state")) {
            await().ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(cleanupPolicy(topic)).as(topic).isEqualTo("compact"));
        }
        assertThat(cleanupPolicy("quartier.support.offers")).isEqualTo("delete");
    }

    private String cleanupPolicy(String topic) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(kafka.getConfigurationProperties())) {
            return admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .getOrDefault(resource, new Config(List.of()))
                    .get("cleanup.policy")
                    .value();
        } catch (ExecutionException | InterruptedException notAnswered) {
            throw new IllegalStateException(notAnswered);
        }
    }
}
