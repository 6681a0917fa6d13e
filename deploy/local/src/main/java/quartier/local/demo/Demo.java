package quartier.local.demo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import quartier.local.identity.LocalTokens;

/** Seventy days of thirty projects, lived through the public API in about a minute. */
public final class Demo {

    /** The services look at the sandbox's clock that often. */
    private static final Duration CLOCK_SEEN_WITHIN = Duration.ofMillis(60);

    private static final int TOLD_EVERY_DAYS = 10;

    private final Api api;
    private final People people;
    private final Supporters supporters;
    private final CallsForProjects calls;
    private final Consumer<Instant> clock;
    private final Consumer<String> say;
    private final List<ProjectStory> stories;
    private final Animation animation;

    /** @param clock moves the sandbox's time */
    public Demo(URI gateway, LocalTokens tokens, Consumer<Instant> clock, Consumer<String> say) {
        this.api = new Api(gateway);
        this.people = new People(tokens);
        this.supporters = new Supporters(api, people);
        this.calls = new CallsForProjects(api, people);
        this.clock = clock;
        this.say = say;
        this.stories = ProjectSheet.read().stream()
                .map(project -> new ProjectStory(project, api, people, supporters, calls))
                .toList();
        this.animation = new Animation(api, people, stories);
    }

    /** Whether somebody has been here already. */
    public boolean isLoaded() throws InterruptedException {
        return !api.get("", "catalog/v1/projects?limit=1").path("items").isEmpty();
    }

    /** @throws DemoFailed when the system does not do what the sheet says */
    public void load() throws InterruptedException {
        try (var neighbours = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int day = 0; day <= Timetable.TODAY; day++) {
                Instant now = Instant.now().minus(Duration.ofDays(Timetable.TODAY - day));
                clock.accept(now);
                Thread.sleep(CLOCK_SEEN_WITHIN);
                live(day, now, neighbours);
                if (day > 0 && day % TOLD_EVERY_DAYS == 0) {
                    say.accept("  day " + day + " of " + Timetable.TODAY);
                }
            }
            verify(neighbours);
        }
    }

    private void live(int day, Instant now, ExecutorService neighbours) throws InterruptedException {
        if (day == 0) {
            introduce();
            supporters.register();
            calls.announce(now);
        }
        List<Callable<Void>> stewards = new ArrayList<>();
        stories.forEach(story -> stewards.add(() -> {
            story.stewardsOn(day, now);
            return null;
        }));
        all(stewards, neighbours);
        all(stories.stream().flatMap(story -> story.othersOn(day).stream()).toList(), neighbours);
        animation.on(day, now);
    }

    /** Who can sign in says where mail reaches them. */
    private void introduce() throws InterruptedException {
        for (String login : People.NAMED) {
            api.put(
                    people.named(login),
                    "notification/v1/me/contact",
                    Map.of("email", login + "@quartier.example", "name", people.nameOf(login), "language", "fr"));
        }
    }

    private void verify(ExecutorService neighbours) throws InterruptedException {
        List<Callable<Void>> checks = new ArrayList<>();
        stories.forEach(story -> checks.add(() -> {
            story.verify();
            return null;
        }));
        all(checks, neighbours);
        calls.verify();
        animation.verify();
        long euros = stories.stream()
                .mapToLong(story -> story.project().collectedEuros())
                .sum();
        int pledges = stories.stream().mapToInt(ProjectStory::pledges).sum();
        say.accept(String.format(
                "  %d projects, %,d pledges, %,d €: states, sums and backers are as in projects.csv",
                stories.size(), pledges, euros));
    }

    private static void all(List<Callable<Void>> doings, ExecutorService neighbours) throws InterruptedException {
        for (Future<Void> doing : neighbours.invokeAll(doings)) {
            try {
                doing.get();
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof DemoFailed known) {
                    throw known;
                }
                throw new IllegalStateException(failure);
            }
        }
    }
}
