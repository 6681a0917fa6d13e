package quartier.catalog.project;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What others may do with what the project makes. Whatever is chosen, the owner keeps all intellectual property; without a
 * choice, all rights are reserved.
 */
public enum Licence {
    ALL_RIGHTS_RESERVED,
    CC_BY,
    CC_BY_SA,
    CC0,
    OPEN_SOURCE,
    OPEN_HARDWARE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Licence> named(@Nullable String id) {
        return Arrays.stream(values())
                .filter(licence -> licence.id().equals(id))
                .findFirst();
    }
}
