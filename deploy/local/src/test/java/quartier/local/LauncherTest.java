package quartier.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    @TempDir
    Path folder;

    @Test
    void noTwoProcessesWantTheSamePort() {
        var ports = new Ports(8080);
        var all = Arrays.stream(Part.values())
                .flatMap(part -> ports.neededBy(part).keySet().stream())
                .toList();
        assertThat(all).doesNotHaveDuplicates().allMatch(port -> port >= 8080 && port < 8100);
        assertThat(ports.of(Part.GATEWAY)).isEqualTo(8080);
    }

    @Test
    void refusesPortsThatAreNone() {
        assertThatThrownBy(() -> Installation.fromEnvironment(Map.of("QUARTIER_PORTS_FROM", "80")))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("between 1024");
        assertThatThrownBy(() -> Installation.fromEnvironment(Map.of("QUARTIER_PORTS_FROM", "many")))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("« many »");
    }

    @Test
    void saysWhichPortIsInUseAndWhoWantsIt() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Health.isFree(other.getLocalPort())).isFalse();
        }
        assertThat(PortsInUse.message(new TreeMap<>(Map.of(8085, "notification-service"))))
                .contains("Port 8085 is in use, and notification-service needs it.")
                .contains("QUARTIER_PORTS_FROM=9080 ./quartier up");
    }

    @Test
    void findsAProcessAgainByItsFileButNotAnotherWithItsNumber() throws Exception {
        var installation = new Installation(folder, folder, new Ports(8080));
        RunningPart.record(installation, Part.STORE, ProcessHandle.current());
        assertThat(RunningPart.find(installation, Part.STORE)).isPresent();
        assertThat(RunningPart.find(installation, Part.BROKER)).isEmpty();
        Files.writeString(
                installation.pidFile(Part.STORE), ProcessHandle.current().pid() + "\n" + Instant.EPOCH + "\n");
        assertThat(RunningPart.find(installation, Part.STORE)).isEmpty();
    }

    @Test
    void movesTheSandboxClockByStepsAndToInstants() {
        var clock = new ClockCommand(folder.resolve("clock"));
        clock.move("+40d");
        clock.move("-2h");
        assertThat(Duration.between(Instant.now(), clock.now()))
                .isBetween(
                        Duration.ofDays(40).minusHours(3), Duration.ofDays(40).minusHours(1));
        clock.move("2030-01-01T00:00:00Z");
        assertThat(clock.now()).isBetween(Instant.parse("2030-01-01T00:00:00Z"), Instant.parse("2030-01-01T00:01:00Z"));
        clock.move("now");
        assertThat(Duration.between(clock.now(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
        assertThatThrownBy(() -> clock.move("tomorrow"))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("+40d");
    }

    @Test
    void makesSentencesOfTheServicesJsonLogs() {
        assertThat(LogLines.readable("{\"@timestamp\":\"2026-11-23T10:00:00Z\",\"log\":{\"level\":\"WARN\"},"
                        + "\"message\":\"no broker\",\"error\":{\"stack_trace\":\"java.io.IOException\\n\"}}"))
                .isEqualTo("2026-11-23T10:00:00Z WARN no broker\njava.io.IOException");
        assertThat(LogLines.readable("plain")).isEqualTo("plain");
        assertThat(LogLines.readable("{broken")).isEqualTo("{broken");
    }

    @Test
    void secretsAreMadeOnceAndReadableByTheirOwnerOnly() throws Exception {
        var installation = new Installation(folder, folder, new Ports(8080));
        var first = installation.environmentOf(Part.GATEWAY);
        assertThat(first).isEqualTo(installation.environmentOf(Part.GATEWAY));
        assertThat(Files.getPosixFilePermissions(folder.resolve("secrets/gateway-client")))
                .hasSize(2);
        assertThat(first).containsEntry("QUARTIER_SERVICES_PLEDGE", "http://localhost:8082");
    }
}
