package quartier.notification.notice;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The unguessable names under which mails can be stopped without signing in. */
public interface Unsubscriptions {

    /** @param project null: all e-mail */
    record Subscription(String member, @Nullable String project) {}

    /** The token of this subscription, the same in each mail. */
    String tokenOf(Subscription subscription);

    Optional<Subscription> find(String token);

    /** Their links in mails that were sent find nothing any more, and there is nothing left to stop. */
    void forget(String member);
}
