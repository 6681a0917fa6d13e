package quartier.catalog.project;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a project stands in its life. The names in lower case are the ones of the API and of the events. */
public enum ProjectState {
    DRAFT,
    SUBMITTED,
    CHANGES_REQUESTED,
    REFUSED,
    APPROVED,
    LIVE,
    SUSPENDED,
    CLOSING,
    FUNDED,
    NOT_FUNDED,
    CANCELLED,
    REALISED;

    /** What people may do next; what pledge-service decides (closing and the outcome) is not asked here. */
    public Set<ProjectState> next() {
        return switch (this) {
            case DRAFT, CHANGES_REQUESTED -> Set.of(SUBMITTED, CANCELLED);
            case SUBMITTED -> Set.of(CHANGES_REQUESTED, REFUSED, APPROVED, CANCELLED);
            // An approved project that no longer fits can be handed back, else its owner could neither edit nor launch.
            case APPROVED -> Set.of(LIVE, CHANGES_REQUESTED, CANCELLED);
            case LIVE -> Set.of(SUSPENDED, CANCELLED);
            case SUSPENDED -> Set.of(LIVE, CANCELLED);
            case FUNDED -> Set.of(REALISED);
            case REFUSED, CLOSING, NOT_FUNDED, CANCELLED, REALISED -> Set.of();
        };
    }

    public boolean mayBecome(ProjectState state) {
        return next().contains(state);
    }

    /** Whether the owner may still change what was written. */
    public boolean isEditable() {
        return this == DRAFT || this == CHANGES_REQUESTED;
    }

    /** Whether the project may still answer a call for projects. */
    public boolean mayEnterCalls() {
        return switch (this) {
            case DRAFT, SUBMITTED, CHANGES_REQUESTED, APPROVED, LIVE, SUSPENDED -> true;
            case REFUSED, CLOSING, FUNDED, NOT_FUNDED, CANCELLED, REALISED -> false;
        };
    }

    /** The name in the API and in events, for example {@code changes_requested}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ProjectState> named(String id) {
        return Arrays.stream(values()).filter(state -> state.id().equals(id)).findFirst();
    }
}
