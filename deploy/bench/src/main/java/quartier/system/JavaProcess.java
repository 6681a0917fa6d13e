package quartier.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A Java process that can be killed, and started anew with {@link #again}. */
final class JavaProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(20);

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final Process process;

    private JavaProcess(List<String> command, Map<String, String> environment, Path log) {
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.log = log;
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Files.writeString(log, "=== " + Instant.now() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            var builder = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            this.process = builder.start();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** @param program what follows the flags: a class path and a main class, or a jar, and its arguments */
    static JavaProcess start(List<String> flags, List<String> program, Map<String, String> environment, Path log) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8"));
        command.addAll(flags);
        command.addAll(program);
        return new JavaProcess(command, environment, log);
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The same once more; this one has ended. */
    JavaProcess again() {
        return new JavaProcess(command, environment, log);
    }

    /** @throws IllegalStateException when the process ends first, or it takes too long */
    void await(Duration patience, BooleanSupplier ready) {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > giveUpAt) {
                throw new IllegalStateException(
                        (process.isAlive() ? "was not ready in time" : "ended while it started") + ", see " + log);
            }
            Pause.of(POLL);
        }
    }

    /** Of a program that ends by itself. */
    void awaitEnd(Duration patience) {
        await(patience, () -> !process.isAlive());
        if (process.exitValue() != 0) {
            throw new IllegalStateException("failed, see " + log);
        }
    }

    /** SIGKILL: it gets no chance to finish anything. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** SIGTERM, and SIGKILL for whom that does not impress. */
    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        kill();
    }
}
