package quartier.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A JVM of its own that can be killed. */
public final class ChildProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("ready on port (\\d+)");

    private final Process process;
    private final Path output;

    private ChildProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    public static ChildProcess of(Class<?> main, Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dlogback.configurationFile=quartier/local/process-logback.xml",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile(folder, main.getSimpleName(), ".log");
            return new ChildProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start(),
                    output);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Waits until it says which port it serves. */
    public int port() {
        return Awaitility.await()
                .until(
                        () -> {
                            var matcher = READY.matcher(output());
                            if (matcher.find()) {
                                return Integer.parseInt(matcher.group(1));
                            }
                            if (!process.isAlive()) {
                                throw new IllegalStateException("the process ended: " + output());
                            }
                            return 0;
                        },
                        port -> port > 0);
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** SIGTERM; the exit status. */
    public int stop() {
        process.destroy();
        return process.onExit().join().exitValue();
    }

    private String output() {
        try {
            return Files.readString(output);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
