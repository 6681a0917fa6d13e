package quartier.prove;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends with 0 when all held, 1 when something did not, 2 when it was called wrongly. */
public final class ProveMain {

    private static final String USAGE = """
        prove settlement [--pledges 100000] [--kills 10] [--seed 1] [--funded]
        prove replicas [--seconds 60] [--seed 1]\
        """;

    private ProveMain() {}

    public static void main(String[] words) throws IOException {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.ERROR);
        }
        System.exit(run(Path.of(""), words));
    }

    private static int run(Path root, String... words) throws IOException {
        String what = words.length == 0 ? "" : words[0];
        Options options;
        try {
            options = Options.of(List.of(words).subList(Math.min(1, words.length), words.length));
        } catch (IllegalArgumentException wrong) {
            return usage(String.valueOf(wrong.getMessage()));
        }
        Path folder = root.resolve("target").resolve("prove").resolve(what);
        Verdict verdict = new Verdict(System.out);
        switch (what) {
            case "settlement" -> new SettlementProof(options, folder, service(root), verdict).run();
            case "replicas" -> new ReplicasProof(options, folder, service(root), verdict).run();
            default -> {
                return usage("What is to be proved?");
            }
        }
        verdict.say(
                verdict.isGood() ? "All held. Logs are in %s" : "NOT ALL HELD. What is stored and logged is in %s",
                folder);
        return verdict.isGood() ? 0 : 1;
    }

    private static int usage(String why) {
        System.err.println(why + "\n" + USAGE);
        return 2;
    }

    /** The service's jar, as Maven has packaged it in this checkout. */
    static Path service(Path root) throws IOException {
        Path target = root.resolve("pledge-service").resolve("target");
        try (Stream<Path> files = Files.exists(target) ? Files.list(target) : Stream.empty()) {
            return files.filter(file -> file.getFileName().toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("pledge-service was not packaged: see " + target));
        }
    }
}
