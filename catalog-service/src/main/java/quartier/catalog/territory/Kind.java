package quartier.catalog.territory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

public enum Kind {
    REGION,
    METROPOLIS,
    CITY,
    NEIGHBOURHOOD;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether such a territory may lie in one of that kind. */
    boolean fitsIn(Kind above) {
        return compareTo(above) > 0;
    }

    public static Optional<Kind> named(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
