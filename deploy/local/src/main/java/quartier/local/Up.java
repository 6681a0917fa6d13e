package quartier.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Brings the whole system up, or leaves nothing running. */
final class Up {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int LINES_SHOWN = 25;
    private static final int TRAINED_AT_ONCE = 2;

    private final Installation installation;
    private final Console console;
    private final Launch launch;
    private final Health health;
    private final Down down;
    private final boolean mayBuild;

    /** @param mayBuild false to start what Maven has packaged, as it is and without preparing faster starts */
    Up(Installation installation, Console console, boolean mayBuild) {
        this.mayBuild = mayBuild;
        this.installation = installation;
        this.console = console;
        this.launch = new Launch(installation);
        this.health = new Health(installation.ports());
        this.down = new Down(installation, console);
    }

    /** False when it is up already. */
    boolean run() throws InterruptedException {
        List<RunningPart> running = RunningPart.all(installation);
        if (running.size() == Part.values().length) {
            console.say("Quartier is already running: " + installation.gateway());
            return false;
        }
        if (!running.isEmpty()) {
            console.say("Only a part of Quartier is running: stopping it first.");
            down.run();
        }
        refusePortsInUse();
        var builds = new Builds(installation, console);
        if (mayBuild) {
            builds.refresh();
        } else {
            builds.layOut();
        }
        var stopAll = new Thread(down::quietly);
        Runtime.getRuntime().addShutdownHook(stopAll);
        try {
            long started = System.nanoTime();
            start(EnumSet.of(Part.STORE, Part.BROKER), started);
            started += mayBuild ? train(builds) : 0;
            start(EnumSet.complementOf(EnumSet.of(Part.STORE, Part.BROKER)), started);
            Runtime.getRuntime().removeShutdownHook(stopAll);
            console.say("All ready in " + Console.secondsSince(started) + ".");
            return true;
        } catch (CommandFailed failure) {
            down.quietly();
            throw new CommandFailed(failure.getMessage() + "\nEverything was stopped again.");
        }
    }

    /** One process again, after {@code stop} or a kill. */
    void start(Part part) throws InterruptedException {
        if (RunningPart.find(installation, part).isPresent()) {
            throw new CommandFailed(part.title() + " is running already.");
        }
        long started = System.nanoTime();
        start(EnumSet.of(part), started);
    }

    private void refusePortsInUse() {
        Map<Integer, String> taken = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            installation.ports().neededBy(part).forEach((port, user) -> {
                if (!Health.isFree(port)) {
                    taken.put(port, user);
                }
            });
        }
        if (!taken.isEmpty()) {
            throw new CommandFailed(PortsInUse.message(taken));
        }
    }

    private void start(Set<Part> parts, long startedNanos) throws InterruptedException {
        Map<Part, RunningPart> starting = new LinkedHashMap<>();
        parts.forEach(part -> starting.put(part, launch.start(part)));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!starting.isEmpty()) {
            for (RunningPart process : List.copyOf(starting.values())) {
                if (health.isReady(process.part())) {
                    console.ready(process.part(), startedNanos);
                    starting.remove(process.part());
                } else if (!process.process().isAlive()) {
                    throw failed(process.part(), "ended while it started");
                } else if (System.nanoTime() > deadline) {
                    throw failed(process.part(), "was not ready after " + PATIENCE.toSeconds() + " s");
                }
            }
            Thread.sleep(POLL);
        }
    }

    private CommandFailed failed(Part part, String how) {
        Path log = installation.log(part);
        return new CommandFailed(part.title() + " " + how + ". Its last lines:\n\n" + LogLines.tail(log, LINES_SHOWN)
                + "\n\nAll of it: " + log);
    }

    /** Once after a build. Starting without a cache works too, only slower: so a failure here stops nothing. */
    private long train(Builds builds) throws InterruptedException {
        List<Part> parts = builds.withoutCache();
        if (parts.isEmpty()) {
            return 0;
        }
        long started = System.nanoTime();
        console.say("Preparing faster starts for "
                + String.join(", ", parts.stream().map(Part::title).toList()) + " (once after a build) …");
        try (var trainers = Executors.newFixedThreadPool(TRAINED_AT_ONCE)) {
            List<Callable<Integer>> trainings = new ArrayList<>();
            parts.forEach(part -> trainings.add(() -> train(part, builds)));
            for (Future<Integer> training : trainers.invokeAll(trainings)) {
                training.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
        console.say("Prepared in " + Console.secondsSince(started) + ".");
        return System.nanoTime() - started;
    }

    private int train(Part part, Builds builds) throws InterruptedException {
        Path log = installation.data().resolve("logs").resolve(part.title() + ".training.log");
        try {
            Files.deleteIfExists(log);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        int status = launch.train(part, log);
        if (status == 0) {
            builds.cacheMade(part);
        } else {
            console.say("  " + part.title() + " starts without a cache: its training failed, see " + log);
        }
        return status;
    }
}
