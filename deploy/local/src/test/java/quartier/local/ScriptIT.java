package quartier.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code quartier}, as far as it goes without starting anything. */
class ScriptIT {

    private static final Path SCRIPT =
            Path.of("../../quartier").toAbsolutePath().normalize();

    @TempDir
    Path home;

    @Test
    void explainsItselfWithoutAJdk() throws Exception {
        var answer = run(home, "help");
        assertThat(answer.status()).isZero();
        assertThat(answer.output()).contains("./quartier up [--demo]", "QUARTIER_PORTS_FROM");
    }

    @Test
    void saysWhereItLookedWhenThereIsNoJdk() throws Exception {
        Path script = home.resolve("quartier");
        // The same script, on a machine whose usual places hold nothing.
        Files.writeString(
                script,
                Files.readString(SCRIPT)
                        .replace("/usr/lib/jvm/*", home + "/none/*")
                        .replace("/opt/j", home + "/none/j"));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        var answer = new Answer(script, home, "up");
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.output()).contains("Quartier needs a JDK 25").contains("adoptium.net");
    }

    private static Answer run(Path home, String... arguments) throws Exception {
        return new Answer(SCRIPT, home, arguments);
    }

    private record Answer(int status, String output) {

        Answer(Path script, Path home, String... arguments) throws IOException, InterruptedException {
            var builder = new ProcessBuilder(
                            Stream.concat(Stream.of("/bin/sh", script.toString()), Arrays.stream(arguments))
                                    .toList())
                    .redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().put("HOME", home.toString());
            builder.environment().put("PATH", pathWithoutJdk(home));
            var process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            this(process.waitFor(), said);
        }
    }

    /** The tools that the script uses, and no java. */
    private static String pathWithoutJdk(Path home) throws IOException {
        Path tools = Files.createDirectories(home.resolve("tools"));
        for (String tool : List.of("cat", "dirname", "readlink", "sed", "head", "find", "ls")) {
            for (String folder : List.of("/bin", "/usr/bin")) {
                Path link = tools.resolve(tool);
                if (Files.exists(Path.of(folder, tool)) && !Files.exists(link)) {
                    Files.createSymbolicLink(link, Path.of(folder, tool));
                }
            }
        }
        return tools.toString();
    }
}
