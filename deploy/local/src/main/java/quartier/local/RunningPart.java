package quartier.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that was started, found again by its file: number, and moment of its start because numbers are reused. */
record RunningPart(Part part, ProcessHandle process) {

    static RunningPart record(Installation installation, Part part, ProcessHandle process) {
        Path file = installation.pidFile(part);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, process.pid() + "\n" + startOf(process) + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return new RunningPart(part, process);
    }

    static Optional<RunningPart> find(Installation installation, Part part) {
        List<String> lines;
        try {
            lines = Files.readAllLines(installation.pidFile(part));
        } catch (NoSuchFileException notStarted) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process).equals(lines.get(1)))
                .map(process -> new RunningPart(part, process));
    }

    static List<RunningPart> all(Installation installation) {
        return List.of(Part.values()).stream()
                .flatMap(part -> find(installation, part).stream())
                .toList();
    }

    void askToStop() {
        process.destroy();
    }

    /** Kills it where it has not ended in time. */
    void awaitEnd(Installation installation, Duration patience) throws InterruptedException {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException impossible) {
            throw new CompletionException(impossible);
        }
        try {
            Files.deleteIfExists(installation.pidFile(part));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("?");
    }
}
