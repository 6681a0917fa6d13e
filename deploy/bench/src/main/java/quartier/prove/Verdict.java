package quartier.prove;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Says what happens, with the time since the beginning, and keeps in mind whether everything held. */
@SuppressWarnings("AnnotateFormatMethod") // its annotation is of a library that this module does not have
final class Verdict {

    private final PrintStream out;
    private final long from = System.nanoTime();
    private boolean good = true;

    Verdict(PrintStream out) {
        this.out = out;
    }

    void say(String format, Object... values) {
        Duration since = Duration.ofNanos(System.nanoTime() - from);
        out.printf(
                Locale.ROOT,
                "%3d:%02d.%d  %s%n",
                since.toMinutes(),
                since.toSecondsPart(),
                since.toMillisPart() / 100,
                String.format(Locale.ROOT, format, values));
    }

    /** One of the things that have to be so. */
    void require(boolean holds, String format, Object... values) {
        good &= holds;
        say((holds ? "  ok   " : "  BAD  ") + format, values);
    }

    boolean isGood() {
        return good;
    }
}
