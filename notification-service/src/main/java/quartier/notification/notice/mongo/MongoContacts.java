package quartier.notification.notice.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;
import quartier.notification.notice.Contact;
import quartier.notification.notice.Contacts;

@Component
final class MongoContacts implements Contacts {

    private final MongoCollection<Document> contacts;

    MongoContacts(MongoDatabase database) {
        contacts = database.getCollection("contacts");
    }

    @Override
    public Optional<Contact> find(String member) {
        return Optional.ofNullable(contacts.find(eq("_id", member)).first()).map(MongoContacts::read);
    }

    @Override
    public Map<String, Contact> findAll(Collection<String> members) {
        Map<String, Contact> found = new HashMap<>();
        if (!members.isEmpty()) {
            contacts.find(in("_id", members))
                    .map(MongoContacts::read)
                    .forEach(contact -> found.put(contact.member(), contact));
        }
        return found;
    }

    @Override
    public void save(Contact contact) {
        contacts.replaceOne(
                eq("_id", contact.member()),
                new Document("_id", contact.member())
                        .append("email", contact.email())
                        .append("name", contact.name())
                        .append("language", contact.language())
                        .append("newsByEmail", contact.newsByEmail()),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public void stopNewsByEmail(String member) {
        contacts.updateOne(eq("_id", member), Updates.set("newsByEmail", false));
    }

    @Override
    public void forget(String member) {
        contacts.deleteOne(eq("_id", member));
    }

    private static Contact read(Document document) {
        return new Contact(
                document.getString("_id"),
                document.getString("email"),
                document.getString("name"),
                document.getString("language"),
                document.getBoolean("newsByEmail", true));
    }
}
