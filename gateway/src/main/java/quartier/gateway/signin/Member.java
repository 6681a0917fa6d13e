package quartier.gateway.signin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Bearer;

/** Who is signed in, as their access token says; the services check it themselves. */
public record Member(String id, String name, @Nullable String email, List<String> roles, String accessToken)
        implements Bearer {

    public Member {
        roles = List.copyOf(roles);
    }

    @Override
    public Optional<String> token() {
        return Optional.of(accessToken);
    }

    public boolean isOperator() {
        return roles.contains("operator");
    }

    public boolean isModerator() {
        return isOperator() || !scopesOf("moderator").isEmpty();
    }

    /** Whether the member leads the calls of some territory. */
    public boolean isAnimator() {
        return isOperator() || !animated().isEmpty();
    }

    /** The territories whose calls this member leads, with all below them. */
    public List<String> animated() {
        return Stream.of("animator", "territory-admin")
                .flatMap(role -> scopesOf(role).stream())
                .distinct()
                .toList();
    }

    /** @param path ids from the root of the tree to the territory in question */
    public boolean animates(List<String> path) {
        return isOperator() || animated().stream().anyMatch(path::contains);
    }

    /** Whether the member has an office to go to. */
    public boolean isStaff() {
        return isModerator() || isAnimator();
    }

    /** @param path ids from the root of the tree to the territory in question */
    public boolean administers(List<String> path) {
        return isOperator() || scopesOf("territory-admin").stream().anyMatch(path::contains);
    }

    /** @param path likewise */
    public boolean moderates(List<String> path) {
        return isOperator() || scopesOf("moderator").stream().anyMatch(path::contains);
    }

    public boolean isAgent() {
        return !organisations().isEmpty();
    }

    /** The organisations for which this member acts. */
    public List<String> organisations() {
        return scopesOf("supporter-agent");
    }

    /** The territories, or organisations, for which the member holds the role. */
    public List<String> scopesOf(String role) {
        String prefix = role + ":";
        return roles.stream()
                .filter(held -> held.startsWith(prefix))
                .map(held -> held.substring(prefix.length()))
                .sorted()
                .toList();
    }

    public boolean is(@Nullable String memberId) {
        return id.equals(memberId);
    }

    @Override
    public String toString() {
        return "Member[" + id + "]";
    }
}
