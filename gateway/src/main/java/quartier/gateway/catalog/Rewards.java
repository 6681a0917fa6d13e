package quartier.gateway.catalog;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Bearer;
import quartier.gateway.call.Nothing;
import quartier.gateway.call.Service;
import quartier.gateway.call.ServiceClient;
import quartier.gateway.call.ServiceClient.Request;

/** The delivery of rewards at the catalog-service: what a team owes, and what a member expects. */
@Component
public class Rewards {

    public record Address(
            @Nullable String name,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String country) {}

    public record Question(String id, @Nullable String label, List<String> options) {
        public Question {
            options = options == null ? List.of() : List.copyOf(options);
        }
    }

    public record Reward(
            String tier,
            @Nullable String reward,
            @Nullable String handover,
            @Nullable String deliveryMonth) {}

    public record Survey(String tier, List<Question> questions) {
        public Survey {
            questions = questions == null ? List.of() : List.copyOf(questions);
        }
    }

    public record Line(
            String pledge,
            @Nullable String backer,
            String tier,
            String state,
            @Nullable Instant sentAt,
            @Nullable Instant receivedAt,
            Map<String, String> choices,
            @Nullable Address address) {
        public Line {
            choices = choices == null ? Map.of() : choices;
        }
    }

    /**
     * A reward of which some backers have not told their address or choice.
     *
     * @param remindableFrom maybe past; null where they were never asked
     */
    public record Missing(
            String tier, int backers, @Nullable Instant remindableFrom) {}

    public record Sheet(
            boolean delivering, List<Reward> rewards, List<Survey> surveys, List<Missing> missing, List<Line> items) {
        public Sheet {
            missing = missing == null ? List.of() : List.copyOf(missing);
            rewards = rewards == null ? List.of() : List.copyOf(rewards);
            surveys = surveys == null ? List.of() : List.copyOf(surveys);
            items = items == null ? List.of() : List.copyOf(items);
        }

        public long in(String state) {
            return items.stream().filter(line -> line.state().equals(state)).count();
        }

        public List<Line> of(String tier) {
            return items.stream().filter(line -> line.tier().equals(tier)).toList();
        }

        public List<Question> asked(String tier) {
            return surveys.stream()
                    .filter(survey -> survey.tier().equals(tier))
                    .findFirst()
                    .map(Survey::questions)
                    .orElse(List.of());
        }
    }

    public record Expected(
            String pledge,
            String projectSlug,
            @Nullable String projectTitle,
            boolean delivering,
            Reward reward,
            boolean addressNeeded,
            String state,
            @Nullable Instant sentAt,
            List<Question> questions,
            Map<String, String> choices,
            @Nullable Address address) {
        public Expected {
            questions = questions == null ? List.of() : List.copyOf(questions);
            choices = choices == null ? Map.of() : choices;
        }

        /** Whether its backer may still say what the team must know. */
        public boolean isOpen() {
            return delivering && (state.equals("awaited") || state.equals("prepared"));
        }

        public boolean isAsking() {
            return isOpen() && (addressNeeded || !questions.isEmpty());
        }

        /** Whether the team cannot deliver it yet, for want of its backer's word. */
        public boolean isWaitedFor() {
            return isOpen() && (isAddressMissing() || (!questions.isEmpty() && choices.isEmpty()));
        }

        public boolean isAddressMissing() {
            return addressNeeded && address == null;
        }
    }

    private final ServiceClient http;

    Rewards(Function<Service, ServiceClient> clients) {
        this.http = clients.apply(Service.CATALOG);
    }

    public Sheet sheet(Bearer member, String project) {
        return http.get(member, Sheet.class, Request.of("/v1/projects/{id}/rewards", project));
    }

    public Answer<Nothing> step(Bearer member, String project, List<String> pledges, String step) {
        return http.send(
                HttpMethod.POST,
                member,
                Nothing.class,
                Request.of("/v1/projects/{id}/rewards/steps", project).body(Map.of("pledges", pledges, "step", step)));
    }

    public Answer<Nothing> ask(Bearer member, String project, String tier, List<Question> questions) {
        return http.send(
                HttpMethod.PUT,
                member,
                Nothing.class,
                Request.of("/v1/projects/{id}/surveys/{tier}", project, tier).body(Map.of("questions", questions)));
    }

    public Answer<Nothing> remind(Bearer member, String project, String tier) {
        return http.send(
                HttpMethod.POST,
                member,
                Nothing.class,
                Request.of("/v1/projects/{id}/rewards/{tier}/reminders", project, tier)
                        .body(Map.of()));
    }

    public List<Expected> expectedBy(Bearer member) {
        return http.list(member, Expected.class, Request.of("/v1/me/rewards")).items();
    }

    public Answer<Nothing> tell(Bearer member, String pledge, Map<String, String> choices, @Nullable Address address) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("choices", choices);
        if (address != null) {
            body.put("address", address);
        }
        return http.send(
                HttpMethod.PUT,
                member,
                Nothing.class,
                Request.of("/v1/me/rewards/{pledge}/details", pledge).body(body));
    }

    public Answer<Nothing> takeBack(Bearer member, String pledge) {
        return http.send(
                HttpMethod.DELETE, member, Nothing.class, Request.of("/v1/me/rewards/{pledge}/details", pledge));
    }

    public Answer<Nothing> confirm(Bearer member, String pledge) {
        return http.send(
                HttpMethod.POST,
                member,
                Nothing.class,
                Request.of("/v1/me/rewards/{pledge}/received", pledge).body(Map.of()));
    }
}
