package quartier.catalog.staff;

import java.time.Instant;
import java.util.List;

/**
 * A member who came with a role. Roles are given and taken at the identity provider; this is only what was seen.
 *
 * @param name as their token said; it stays in this store
 * @param roles as in the token, those that are scoped to a territory
 */
public record StaffMember(String memberId, String name, List<Held> roles, Instant lastSeen) {

    public record Held(String role, String territory) {}

    public StaffMember {
        roles = List.copyOf(roles);
    }
}
