package quartier.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** Builds what is older than its sources, and lays the built jars out to run. */
final class Builds {

    private static final String OWN_MODULE = "deploy/local";
    private static final int LINES_SHOWN = 40;
    private static final int LISTING_BYTES = 1 << 20;

    private final Installation installation;
    private final Console console;

    Builds(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    /** Where the part's program is, laid out: a small jar whose manifest names the libraries beside it. */
    static Path jarOf(Installation installation, Part part) {
        return folderOf(installation, part.module().orElse(OWN_MODULE)).resolve("app.jar");
    }

    static Path cacheOf(Installation installation, Part part) {
        return folderOf(installation, part.module().orElse(OWN_MODULE)).resolve(part.title() + ".aot");
    }

    /** Compiles without tests, and only what is stale. */
    void refresh() throws InterruptedException {
        List<String> stale = Part.services().stream()
                .flatMap(part -> part.module().stream())
                .filter(this::isStale)
                .toList();
        if (!stale.isEmpty()) {
            long started = System.nanoTime();
            console.say("Building " + String.join(", ", stale) + " …");
            build(stale);
            console.say("Built in " + Console.secondsSince(started) + ".");
        }
        layOut();
    }

    /** Lays out what was built, whether here or by Maven. */
    void layOut() throws InterruptedException {
        for (Part part : Part.services()) {
            layOut(part.module().orElseThrow());
        }
    }

    private boolean isStale(String module) {
        if (!Files.exists(builtJar(module))) {
            return true;
        }
        FileTime built = builtAt(module);
        return Stream.of("pom.xml", "platform/service-defaults/pom.xml", "platform/service-defaults/src/main")
                        .map(installation.root()::resolve)
                        .anyMatch(source -> isNewer(source, built))
                || Stream.of("pom.xml", "src/main", "contracts")
                        .map(installation.root().resolve(module)::resolve)
                        .anyMatch(source -> isNewer(source, built));
    }

    /**
     * The executable jar's own time tells nothing: it is the same for every build, so that builds can be reproduced. The
     * plain jar beside it is written when a class changed; our own mark when we built.
     */
    private FileTime builtAt(String module) {
        Path plainJar = Path.of(builtJar(module).toString().replace("-app.jar", ".jar"));
        return Stream.of(plainJar, buildMark(module))
                .filter(Files::exists)
                .map(Builds::modified)
                .max(Comparator.naturalOrder())
                .orElse(FileTime.fromMillis(0));
    }

    private Path buildMark(String module) {
        return installation.apps().resolve(module + ".built");
    }

    private void build(List<String> modules) throws InterruptedException {
        Path log = installation.apps().resolve("build.log");
        FileTime started = FileTime.from(Instant.now());
        try {
            Files.createDirectories(log.getParent());
            var maven = new ProcessBuilder(
                            "./mvnw",
                            "-B",
                            "-q",
                            "-Dmaven.test.skip=true",
                            "-pl",
                            String.join(",", modules),
                            "-am",
                            "package")
                    .directory(installation.root().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
            if (maven.start().waitFor() != 0) {
                throw new CommandFailed("The build failed. Its last lines:\n\n" + LogLines.tail(log, LINES_SHOWN)
                        + "\n\nAll of it: " + log);
            }
            for (String module : modules) {
                Files.writeString(buildMark(module), "");
                // What changed while it was built may not be in it.
                Files.setLastModifiedTime(buildMark(module), started);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Boot's extracted layout, which starts faster than the one jar and is what the cache is trained with. */
    private void layOut(String module) throws InterruptedException {
        Path jar = builtJar(module);
        Path folder = folderOf(installation, module);
        Path layoutOf = folder.resolve("layout-of");
        try {
            String wanted = fingerprint(jar);
            if (Files.exists(layoutOf) && Files.readString(layoutOf).equals(wanted)) {
                return;
            }
            delete(folder);
            Files.createDirectories(folder.getParent());
            int status = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Djarmode=tools",
                            "-jar",
                            jar.toString(),
                            "extract",
                            "--destination",
                            folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new CommandFailed("The jar " + jar + " can't be laid out. Delete it and try again.");
            }
            Files.move(folder.resolve(jar.getFileName()), folder.resolve("app.jar"));
            Files.writeString(layoutOf, wanted);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Those whose program changed since their cache was made, or whose JDK did. */
    List<Part> withoutCache() {
        List<Part> parts = new ArrayList<>();
        for (Part part : Part.values()) {
            if (part.isApplication() && !cacheIsOf(part)) {
                parts.add(part);
            }
        }
        return parts;
    }

    void cacheMade(Part part) {
        try {
            Files.writeString(cacheMark(part), cacheWanted(part));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private boolean cacheIsOf(Part part) {
        try {
            return Files.exists(cacheMark(part))
                    && Files.exists(cacheOf(installation, part))
                    && Files.readString(cacheMark(part)).equals(cacheWanted(part));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path cacheMark(Part part) {
        return cacheOf(installation, part).resolveSibling(part.title() + ".aot-of");
    }

    private String cacheWanted(Part part) {
        return fingerprint(jarOf(installation, part)) + " " + System.getProperty("java.vm.version") + " "
                + System.getProperty("java.home");
    }

    /** Of a jar's end, where it lists the check sums of all that it holds. */
    private static String fingerprint(Path jar) {
        try (var channel = Files.newByteChannel(jar)) {
            var end = ByteBuffer.allocate((int) Math.min(channel.size(), LISTING_BYTES));
            channel.position(channel.size() - end.capacity());
            int read;
            do {
                read = channel.read(end);
            } while (read >= 0 && end.hasRemaining());
            var sum = new CRC32C();
            sum.update(end.flip());
            return channel.size() + "-" + Long.toHexString(sum.getValue());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path builtJar(String module) {
        Path target = installation.root().resolve(module).resolve("target");
        try (Stream<Path> files = Files.exists(target) ? Files.list(target) : Stream.empty()) {
            return files.filter(file -> file.getFileName().toString().endsWith("-app.jar"))
                    .max(Comparator.comparing(Builds::modified))
                    .orElse(target.resolve("app.jar"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path folderOf(Installation installation, String module) {
        return installation.apps().resolve(module.replace('/', '-'));
    }

    private static boolean isNewer(Path source, FileTime than) {
        if (!Files.exists(source)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(source)) {
            return files.anyMatch(file -> modified(file).compareTo(than) > 0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
