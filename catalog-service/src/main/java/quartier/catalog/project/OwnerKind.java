package quartier.catalog.project;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may carry a project. A public body needs a mandate, see {@link Mandate}. */
public enum OwnerKind {
    PERSON,
    COLLECTIVE,
    ASSOCIATION,
    COMPANY,
    PUBLIC_BODY;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<OwnerKind> named(@Nullable String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
