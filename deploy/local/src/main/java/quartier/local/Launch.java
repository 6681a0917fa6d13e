package quartier.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How each process is started: the jars that production runs, with the flags of a small machine. */
final class Launch {

    private final Installation installation;
    private final Path java = Path.of(System.getProperty("java.home"), "bin", "java");

    Launch(Installation installation) {
        this.installation = installation;
    }

    RunningPart start(Part part) {
        Path log = installation.log(part);
        try {
            Files.createDirectories(log.getParent());
            Files.createDirectories(installation.data().resolve("tmp"));
            if (Files.exists(log)) {
                Files.move(
                        log, log.resolveSibling(part.title() + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            var builder = new ProcessBuilder(commandOf(part, cacheFlags(part)))
                    .directory(installation.data().toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(installation.environmentOf(part));
            return RunningPart.record(installation, part, builder.start().toHandle());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Starts a Boot application until its context stands, for the cache that the next starts read; the exit status. */
    int train(Part part, Path log) throws InterruptedException {
        Path cache = Builds.cacheOf(installation, part);
        List<String> command = commandOf(
                part, List.of("-XX:AOTCacheOutput=" + cache, "-Dspring.context.exit=onRefresh", "-Xlog:aot=off"));
        var builder = new ProcessBuilder(command)
                .directory(installation.data().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(installation.environmentOf(part));
        try {
            return builder.start().waitFor();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Runs a class of a service's jar in the terminal; the exit status. */
    int runIn(Part part, String mainClass, List<String> arguments, Map<String, String> more)
            throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-XX:+UseSerialGC",
                "-cp",
                Builds.jarOf(installation, part).toString(),
                mainClass));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(installation.root().toFile())
                .inheritIO();
        builder.environment().putAll(installation.environmentOf(part));
        builder.environment().putAll(more);
        try {
            return builder.start().waitFor();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private List<String> cacheFlags(Part part) {
        Path cache = Builds.cacheOf(installation, part);
        return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
    }

    private List<String> commandOf(Part part, List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Xmx" + part.heapMegabytes() + "m",
                "-Xss512k",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + installation.data().resolve("tmp")));
        command.addAll(flags);
        if (!part.isApplication()) {
            command.add("-Dlogback.configurationFile=quartier/local/process-logback.xml");
        }
        String jar = Builds.jarOf(installation, part).toString();
        part.mainClass()
                .ifPresentOrElse(
                        main -> command.addAll(List.of("-cp", jar, main)), () -> command.addAll(List.of("-jar", jar)));
        command.addAll(argumentsOf(part));
        return command;
    }

    private List<String> argumentsOf(Part part) {
        return switch (part) {
            case STORE ->
                List.of(
                        installation
                                .data()
                                .resolve("store")
                                .resolve("documents.mv")
                                .toString(),
                        String.valueOf(installation.ports().of(part)));
            case BROKER ->
                List.of(
                        installation.data().resolve("broker").toString(),
                        String.valueOf(installation.ports().of(part)),
                        String.valueOf(installation.ports().managementOf(part)));
            case IDENTITY, CATALOG, PLEDGE, INKIND, SUPPORT, NOTIFICATION, GATEWAY -> List.of();
        };
    }
}
