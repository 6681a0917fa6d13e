package quartier.gateway.inkind;

import org.jspecify.annotations.Nullable;

/** A project's need in kind, with what is promised of it. */
public record Need(
        String id,
        String project,
        @Nullable String territory,
        String kind,
        String title,
        @Nullable String description,
        int quantity,
        int promised,
        int accepted,
        int done,
        boolean open) {

    public int left() {
        return Math.max(0, quantity - accepted);
    }
}
