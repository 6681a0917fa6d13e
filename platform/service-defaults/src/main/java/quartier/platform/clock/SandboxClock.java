package quartier.platform.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The real time plus an offset that stands in a file (an ISO-8601 duration), for sandboxes only: demos and tests reach
 * a deadline by moving it. All processes of a sandbox read the same file, and a change is seen within
 * {@link #SEEN_WITHIN}.
 */
public final class SandboxClock extends Clock {

    public static final Duration SEEN_WITHIN = Duration.ofMillis(50);

    private final Path offsetFile;
    private volatile Duration offset = Duration.ZERO;
    private volatile long readAtNanos;

    public SandboxClock(Path offsetFile) {
        this.offsetFile = offsetFile;
        this.offset = readOffset();
        this.readAtNanos = System.nanoTime();
    }

    /** Moves this sandbox's time, for every process that reads the same file. */
    public synchronized void moveTo(Instant now) {
        Duration wanted = Duration.between(Instant.now(), now);
        try {
            Path written =
                    Files.writeString(offsetFile.resolveSibling(offsetFile.getFileName() + ".new"), wanted.toString());
            Files.move(written, offsetFile, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        offset = wanted;
        readAtNanos = System.nanoTime();
    }

    @Override
    public Instant instant() {
        if (System.nanoTime() - readAtNanos > SEEN_WITHIN.toNanos()) {
            offset = readOffset();
            readAtNanos = System.nanoTime();
        }
        return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Quartier computes in UTC; convert when you show");
    }

    private Duration readOffset() {
        try {
            return Duration.parse(Files.readString(offsetFile).strip());
        } catch (NoSuchFileException neverMoved) {
            return Duration.ZERO;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
