package quartier.catalog.call;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a call stands; it follows from its dates alone. */
public enum CallState {
    ANNOUNCED,
    OPEN,
    CLOSED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CallState> named(String id) {
        return Arrays.stream(values()).filter(state -> state.id().equals(id)).findFirst();
    }
}
