package quartier.catalog.project;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a project may ask for other than money. */
public enum NeedKind {
    LABOUR,
    SKILL,
    TOOL,
    EQUIPMENT_LOAN,
    MATERIAL,
    SPACE,
    ADVICE,
    PROCEDURE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<NeedKind> named(@Nullable String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
