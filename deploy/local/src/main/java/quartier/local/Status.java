package quartier.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What runs, where, since when, and with how much memory. */
final class Status {

    private final Installation installation;
    private final Console console;
    private final Health health;

    Status(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
        this.health = new Health(installation.ports());
    }

    /** True when all run and are ready. */
    boolean run() throws InterruptedException {
        boolean all = true;
        long total = 0;
        console.say(String.format("%-22s %-9s %6s %8s %9s", "process", "state", "port", "pid", "memory"));
        for (Part part : Part.values()) {
            Optional<RunningPart> running = RunningPart.find(installation, part);
            boolean ready = running.isPresent() && health.isReady(part);
            all &= ready;
            long megabytes = running.map(Status::residentMegabytes).orElse(0L);
            total += megabytes;
            console.say(String.format(
                    Locale.ROOT,
                    "%-22s %-9s %6d %8s %9s",
                    part.title(),
                    ready ? "ready" : running.isPresent() ? "not ready" : "stopped",
                    installation.ports().of(part),
                    running.map(process -> String.valueOf(process.process().pid()))
                            .orElse("-"),
                    megabytes == 0 ? "-" : megabytes + " MB"));
        }
        console.say(String.format(Locale.ROOT, "%-22s %-9s %6s %8s %9s", "in all", "", "", "", total + " MB"));
        if (all) {
            console.say("Open " + installation.gateway() + "   Mail: " + installation.identity() + "/mail");
        }
        return all;
    }

    /** From /proc where there is one; 0 elsewhere. */
    private static long residentMegabytes(RunningPart process) {
        Path status = Path.of("/proc", String.valueOf(process.process().pid()), "status");
        try {
            return Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024;
        } catch (IOException notLinux) {
            return 0;
        }
    }
}
