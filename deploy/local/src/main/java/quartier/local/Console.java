package quartier.local;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Says things to whoever typed the command: whole lines, in plain text, so that they read well in a log too. */
final class Console {

    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    static Console silent() {
        return new Console(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    synchronized void say(String line) {
        out.println(line);
    }

    synchronized void ready(Part part, long startedNanos) {
        out.printf(Locale.ROOT, "  ready  %-22s %5.1f s%n", part.title(), (System.nanoTime() - startedNanos) / 1e9);
    }

    static String secondsSince(long startedNanos) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - startedNanos) / 1e9);
    }
}
