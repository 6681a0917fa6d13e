package quartier.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The sandbox's clock: the real time and an offset, which stands in a file that every service reads. The same file as
 * the services' {@code SandboxClock}.
 */
final class ClockCommand {

    private static final Pattern STEP = Pattern.compile("([+-])(\\d+)([dhms])");

    private final Path file;

    ClockCommand(Path file) {
        this.file = file;
    }

    Instant now() {
        return Instant.now().plus(offset());
    }

    void moveTo(Instant instant) {
        write(Duration.between(Instant.now(), instant));
    }

    /** Back to the real time. */
    void reset() {
        write(Duration.ZERO);
    }

    /** {@code +40d}, {@code -2h}, an instant as {@code 2027-01-31T08:00:00Z}, or {@code now}. */
    void move(String argument) {
        var step = STEP.matcher(argument);
        if (step.matches()) {
            Duration amount = Duration.parse(
                    switch (step.group(3)) {
                        case "d" -> "P" + step.group(2) + "D";
                        case "h" -> "PT" + step.group(2) + "H";
                        case "m" -> "PT" + step.group(2) + "M";
                        default -> "PT" + step.group(2) + "S";
                    });
            write(step.group(1).equals("+") ? offset().plus(amount) : offset().minus(amount));
            return;
        }
        if (argument.equals("now")) {
            reset();
            return;
        }
        try {
            moveTo(Instant.parse(argument));
        } catch (DateTimeException unreadable) {
            throw new CommandFailed("« " + argument
                    + " » is no time: say +40d, -2h, +15m, an instant as 2027-01-31T08:00:00Z, now, or show.");
        }
    }

    private Duration offset() {
        try {
            return Duration.parse(Files.readString(file).strip());
        } catch (NoSuchFileException neverMoved) {
            return Duration.ZERO;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void write(Duration offset) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path written = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), offset.toString());
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
