package quartier.local.identity;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The demo's people from the configuration, and those who signed up, from the document store. */
final class People {

    private final Map<String, Person> demoPeople = new LinkedHashMap<>();
    private final MongoCollection<Document> members;

    /** @param members one document for each person who signed up; its id is the e-mail address in lower case */
    People(List<Person> demoPeople, MongoCollection<Document> members) {
        demoPeople.forEach(person -> this.demoPeople.put(person.memberId(), person));
        this.members = members;
        members.createIndex(Indexes.ascending("memberId"), new IndexOptions().unique(true));
    }

    /** By e-mail address; demo people also by their short name. */
    Optional<Person> byLogin(String login) {
        String wanted = login.strip().toLowerCase(Locale.ROOT);
        return demoPeople.values().stream()
                .filter(person ->
                        person.email().equals(wanted) || person.memberId().equals(IdentityProperties.memberId(wanted)))
                .findFirst()
                .or(() -> read(members.find(eq("_id", wanted)).first()));
    }

    Optional<Person> byMemberId(String memberId) {
        return Optional.ofNullable(demoPeople.get(memberId))
                .or(() -> read(members.find(eq("memberId", memberId)).first()));
    }

    /** False when the address has an account already. */
    boolean add(Person person) {
        String id = person.email().strip().toLowerCase(Locale.ROOT);
        if (byLogin(id).isPresent()) {
            return false;
        }
        try {
            members.insertOne(new Document("_id", id)
                    .append("memberId", person.memberId())
                    .append("name", person.name())
                    .append("locale", person.locale())
                    .append("roles", person.roles())
                    .append("passwordHash", person.passwordHash()));
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    private static Optional<Person> read(@Nullable Document member) {
        return Optional.ofNullable(member)
                .map(found -> new Person(
                        found.getString("memberId"),
                        found.getString("_id"),
                        found.getString("name"),
                        found.getString("locale"),
                        found.getList("roles", String.class),
                        found.getString("passwordHash")));
    }
}
