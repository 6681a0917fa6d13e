package quartier.gateway.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who came with a role. */
public record StaffMember(
        String id,
        @Nullable String name,
        List<Held> roles,
        @Nullable Instant lastSeen) {

    public StaffMember {
        roles = roles == null ? List.of() : List.copyOf(roles);
    }

    public record Held(String role, String territory) {}
}
