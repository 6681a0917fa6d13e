package quartier.platform;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.NewTopic;
import org.bson.Document;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.messaging.Message;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.messaging.ReceivedEvent;
import quartier.platform.outbox.EventSender;
import quartier.platform.outbox.OutboundEvents;
import quartier.platform.outbox.OutboxRelay;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.store.AggregateCollection;
import quartier.platform.web.Problem;

/** The smallest service that has all the defaults. */
@SpringBootApplication
class SampleService {

    record Song(String title, long loudness) {}

    @Bean
    OutboxRelay relay(EventSender sender, MongoDatabase database, MeterRegistry meters) {
        return new OutboxRelay(sender, List.of(database.getCollection("songs")), meters);
    }

    @Bean
    NewTopic songsState() {
        return TopicBuilder.name("quartier.sample.songs.state")
                .partitions(3)
                .compact()
                .build();
    }

    @Bean
    AggregateCollection songs(MongoDatabase database, OutboxRelay relay) {
        return new AggregateCollection(database.getCollection("songs"), relay);
    }

    /** An event, and the trace under which it was heard. */
    record Heard(ReceivedEvent event, String traceId) {}

    @Bean
    Queue<Heard> heard() {
        return new ConcurrentLinkedQueue<>();
    }

    @Bean
    Consumer<Message<byte[]>> greetings(Queue<Heard> heard) {
        return message -> heard.add(new Heard(ReceivedEvent.from(message), String.valueOf(MDC.get("traceId"))));
    }

    @RestController
    static class Greetings {

        private final AggregateCollection songs;
        private final OutboundEvents events;

        Greetings(AggregateCollection songs, OutboundEvents events) {
            this.songs = songs;
            this.events = events;
        }

        @PostMapping("/greetings/{id}")
        @AllowedTo(Role.ANYONE)
        void greet(@PathVariable String id) {
            songs.insert(
                    id,
                    new Document(),
                    List.of(events.event(
                            "quartier.sample.greetings",
                            "quartier.greeting.said.v1",
                            id,
                            1,
                            Instant.EPOCH,
                            Map.of("to", "all"))));
        }
    }

    @RestController
    static class Songs {

        @GetMapping("/open")
        @AllowedTo(Role.ANYONE)
        Map<String, String> open() {
            return Map.of("hello", "world");
        }

        @GetMapping("/undeclared")
        Map<String, String> undeclared() {
            return Map.of("secret", "told");
        }

        @GetMapping("/members")
        @AllowedTo(Role.MEMBER)
        Map<String, String> members(Caller caller) {
            return Map.of("you", caller.memberId());
        }

        @GetMapping("/moderators")
        @AllowedTo(Role.MODERATOR)
        Map<String, Boolean> moderators(Caller caller) {
            return Map.of("ofLyon", caller.holds(Role.MODERATOR, List.of("region", "lyon")));
        }

        @PostMapping("/songs")
        @AllowedTo(Role.MEMBER)
        Song sing(@RequestBody Song song) {
            if (song.loudness() > 100) {
                throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "too-loud", song.loudness());
            }
            return song;
        }

        @GetMapping("/defect")
        @AllowedTo(Role.ANYONE)
        Map<String, String> defect() {
            throw new IllegalStateException("the database password is hunter2");
        }
    }
}
