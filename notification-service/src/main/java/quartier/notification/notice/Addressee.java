package quartier.notification.notice;

import java.util.Optional;

/** Decides, when a mail is about to go, whether its member still wants it. */
public final class Addressee {

    private final Contacts contacts;
    private final Follows follows;

    public Addressee(Contacts contacts, Follows follows) {
        this.contacts = contacts;
        this.follows = follows;
    }

    /** Empty when the member is not to be mailed: no contact, no e-mail wanted, or no news of this project. */
    public Optional<Contact> of(Notice notice) {
        return contacts.find(notice.member())
                .filter(notice::isMailedTo)
                .filter(contact -> !isNewsOfStoppedProject(notice));
    }

    private boolean isNewsOfStoppedProject(Notice notice) {
        String project = notice.project();
        return notice.concern() == Concern.NEWS && project != null && !follows.isFollowing(project, notice.member());
    }
}
