package quartier.gateway.signin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Bearer;

/** Who looks at a page: a member, or anybody. */
public record Viewer(@Nullable Member member) implements Bearer {

    @Override
    public Optional<String> token() {
        return member == null ? Optional.empty() : member.token();
    }

    public boolean isSignedIn() {
        return member != null;
    }

    public boolean is(@Nullable String memberId) {
        return member != null && member.is(memberId);
    }
}
