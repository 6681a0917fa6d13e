package quartier.catalog.territory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a territory takes part. A suspended one takes no new projects; an archived one has no window of its own any
 * more. Neither loses a project: pages stay, and campaigns that are live run to their end. It holds below it too.
 */
public enum Standing {
    ACTIVE,
    SUSPENDED,
    ARCHIVED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Standing> named(String id) {
        return Arrays.stream(values())
                .filter(standing -> standing.id().equals(id))
                .findFirst();
    }

    /** What holds for a territory that stands so below one that stands so. */
    Standing under(Standing above) {
        return compareTo(above) >= 0 ? this : above;
    }
}
