package quartier.platform.messaging;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Creates the service's own topics, however late the broker comes. Until then a consumer elsewhere may have had a topic
 * created with the broker's defaults, so that compaction is set afterwards where it is declared.
 */
public final class TopicCreation implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicCreation.class);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);

    private final KafkaAdmin admin;
    private @Nullable Thread thread;

    public TopicCreation(KafkaAdmin admin) {
        this.admin = admin;
        admin.setAutoCreate(false);
        admin.setModifyTopicConfigs(true);
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("topic-creation").start(this::createUntilDone);
    }

    private void createUntilDone() {
        try {
            while (!admin.initialize()) {
                log.warn("The broker does not answer; topics will be created when it does");
                Thread.sleep(AGAIN_AFTER);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
