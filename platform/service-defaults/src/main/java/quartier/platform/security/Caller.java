package quartier.platform.security;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who calls, as the token says.
 *
 * @param memberId the token's subject: opaque, the only name of a person that leaves a service
 * @param name for display to those who may see it; never on the bus
 * @param language {@code fr} or {@code en}
 * @param roles as in the token: a plain name, or a name and its scope with a colon between
 */
public record Caller(String memberId, String name, @Nullable String email, String language, Set<String> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public static Caller from(Jwt token) {
        List<String> roles = token.getClaimAsStringList("roles");
        String name = token.getClaimAsString("name");
        String language = token.getClaimAsString("locale");
        return new Caller(
                Objects.requireNonNull(token.getSubject(), "a token names its subject"),
                name == null ? "" : name,
                token.getClaimAsString("email"),
                language != null && language.startsWith("en") ? "en" : "fr",
                roles == null ? Set.of() : Set.copyOf(roles));
    }

    public boolean isOperator() {
        return roles.contains(Role.OPERATOR.claim());
    }

    /** Whether the role is held for one of these territories: the project's own and all that contain it. */
    public boolean holds(Role role, Collection<String> territoryPath) {
        return isOperator()
                || territoryPath.stream().anyMatch(territory -> roles.contains(role.claim() + ":" + territory));
    }

    /** Whether the caller acts for this supporter organisation. */
    public boolean isAgentOf(String organisation) {
        return roles.contains(Role.SUPPORTER_AGENT.claim() + ":" + organisation);
    }

    /** The territories or organisations for which the caller holds the role. */
    public List<String> scopesOf(Role role) {
        String prefix = role.claim() + ":";
        return roles.stream()
                .filter(held -> held.startsWith(prefix))
                .map(held -> held.substring(prefix.length()))
                .sorted()
                .toList();
    }

    boolean mayEnter(Role role) {
        return switch (role) {
            case ANYONE, MEMBER -> true;
            case OPERATOR -> isOperator();
            case MODERATOR, ANIMATOR, TERRITORY_ADMIN, SUPPORTER_AGENT ->
                isOperator() || !scopesOf(role).isEmpty();
        };
    }

    static Optional<Caller> current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Jwt token
                ? Optional.of(from(token))
                : Optional.empty();
    }
}
