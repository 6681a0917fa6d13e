package quartier.notification.notice.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.notification.notice.Unsubscriptions;

/** A random token for each member and scope, made when it is first needed. */
@Component
final class MongoUnsubscriptions implements Unsubscriptions {

    private static final int TOKEN_BYTES = 24;

    private final MongoCollection<Document> tokens;
    private final SecureRandom random = new SecureRandom();

    MongoUnsubscriptions(MongoDatabase database) {
        tokens = database.getCollection("unsubscriptions");
        tokens.createIndex(Indexes.ascending("member"));
        tokens.createIndex(Indexes.ascending("scope"), new IndexOptions().unique(true));
    }

    @Override
    public String tokenOf(Subscription subscription) {
        String known = known(subscription);
        if (known != null) {
            return known;
        }
        String token = newToken();
        boolean isFirst = Inserts.one(
                tokens,
                new Document("_id", token)
                        .append("scope", scope(subscription))
                        .append("member", subscription.member())
                        .append("project", subscription.project()));
        return isFirst ? token : Objects.requireNonNull(known(subscription), "another replica was first");
    }

    @Override
    public Optional<Subscription> find(String token) {
        return Optional.ofNullable(tokens.find(eq("_id", token)).first())
                .map(document -> new Subscription(document.getString("member"), document.getString("project")));
    }

    @Override
    public void forget(String member) {
        tokens.deleteMany(eq("member", member));
    }

    private @Nullable String known(Subscription subscription) {
        Document found = tokens.find(eq("scope", scope(subscription))).first();
        return found == null ? null : found.getString("_id");
    }

    private String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String scope(Subscription subscription) {
        return subscription.project() == null
                ? subscription.member()
                : subscription.member() + " " + subscription.project();
    }
}
