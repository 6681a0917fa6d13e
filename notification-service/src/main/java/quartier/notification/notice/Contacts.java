package quartier.notification.notice;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The only place where a person's name and address are kept. */
public interface Contacts {

    Optional<Contact> find(String member);

    Map<String, Contact> findAll(Collection<String> members);

    void save(Contact contact);

    void stopNewsByEmail(String member);

    void forget(String member);
}
