package quartier.notification.notice;

import java.util.Optional;
import quartier.notification.notice.Unsubscriptions.Subscription;

/** Stops e-mail at the word of whoever has the token of a mail that we sent. */
public final class Unsubscribe {

    private final Unsubscriptions unsubscriptions;
    private final Follows follows;
    private final Contacts contacts;

    public Unsubscribe(Unsubscriptions unsubscriptions, Follows follows, Contacts contacts) {
        this.unsubscriptions = unsubscriptions;
        this.follows = follows;
        this.contacts = contacts;
    }

    /**
     * Empty when there is no such token; stopping twice changes nothing.
     *
     * @param all whether to stop everything even if the token names one project
     */
    public Optional<Subscription> stop(String token, boolean all) {
        Optional<Subscription> found = unsubscriptions.find(token);
        found.ifPresent(subscription -> {
            if (subscription.project() == null || all) {
                contacts.stopNewsByEmail(subscription.member());
            } else {
                follows.stop(subscription.project(), subscription.member());
            }
        });
        return found;
    }
}
