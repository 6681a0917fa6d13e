package quartier.gateway.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version of a territory's policy, and in what it differs from the one before it. */
public record PolicyEdition(
        int version,
        @Nullable Instant effectiveFrom,
        @Nullable Instant enactedAt,
        boolean holds,
        @Nullable String note,
        List<Change> changes) {

    public PolicyEdition {
        changes = changes == null ? List.of() : List.copyOf(changes);
    }

    public record Change(
            String field, @Nullable String from, @Nullable String to) {}

    /** The first one holds since ever. */
    public boolean isFirst() {
        return effectiveFrom == null || effectiveFrom.equals(Instant.EPOCH);
    }
}
