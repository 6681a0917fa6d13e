package quartier.local;

import java.time.Duration;
import java.util.List;

/** Stops gently in the order that loses nothing: who serves people first, who keeps data last. */
final class Down {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final List<List<Part>> ORDER = List.of(
            List.of(Part.GATEWAY),
            List.of(Part.CATALOG, Part.PLEDGE, Part.INKIND, Part.SUPPORT, Part.NOTIFICATION),
            List.of(Part.IDENTITY),
            List.of(Part.BROKER),
            List.of(Part.STORE));

    private final Installation installation;
    private final Console console;

    Down(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    /** How many processes were stopped. */
    int run() throws InterruptedException {
        int stopped = 0;
        for (List<Part> together : ORDER) {
            List<RunningPart> running = together.stream()
                    .flatMap(part -> RunningPart.find(installation, part).stream())
                    .toList();
            running.forEach(RunningPart::askToStop);
            for (RunningPart process : running) {
                process.awaitEnd(installation, PATIENCE);
                console.say("  stopped  " + process.part().title());
                stopped++;
            }
        }
        return stopped;
    }

    void stop(Part part) throws InterruptedException {
        RunningPart running = running(part);
        running.askToStop();
        running.awaitEnd(installation, PATIENCE);
        console.say("  stopped  " + part.title());
    }

    /** SIGKILL, as a crash would: for those who try what is lost. Nothing acknowledged must be. */
    void kill(Part part) throws InterruptedException {
        running(part).awaitEnd(installation, Duration.ZERO);
        console.say("  killed  " + part.title());
    }

    private RunningPart running(Part part) {
        return RunningPart.find(installation, part)
                .orElseThrow(() -> new CommandFailed(part.title() + " is not running."));
    }

    /** After a failure or Ctrl-C: the message that matters is another. */
    void quietly() {
        try {
            new Down(installation, Console.silent()).run();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
