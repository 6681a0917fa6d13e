package quartier.pledge.risk.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * The keys under which members, addresses and cards are hashed: random, one for each period, the same for all replicas,
 * and forgotten when what was counted under them is. After that nobody can tell whose a hash was.
 */
final class TallyKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final int CACHED = 32;

    private final MongoCollection<Document> collection;
    private final Duration period;
    private final Duration keptAfterwards;
    private final SecureRandom random = new SecureRandom();
    private final Map<Long, SecretKeySpec> known = new ConcurrentHashMap<>();

    /** @param keptAfterwards how long what was counted in a period is read */
    TallyKeys(MongoDatabase database, Duration period, Duration keptAfterwards) {
        this.collection = database.getCollection("risk_keys");
        this.period = period;
        this.keptAfterwards = keptAfterwards;
    }

    /** @param at what is hashed belongs to this time's period */
    byte[] hash(Instant at, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(keyOf(Math.floorDiv(at.toEpochMilli(), period.toMillis())));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    void forget(Instant now) {
        collection.deleteMany(lt("expiresAt", Date.from(now)));
        known.clear();
    }

    private SecretKeySpec keyOf(long n) {
        SecretKeySpec key = known.get(n);
        if (key == null) {
            key = new SecretKeySpec(stored(n), ALGORITHM);
            if (known.size() >= CACHED) {
                known.clear();
            }
            known.put(n, key);
        }
        return key;
    }

    /** Whoever comes first makes it; the others find it. */
    private byte[] stored(long n) {
        byte[] fresh = new byte[BYTES];
        random.nextBytes(fresh);
        Instant expires = Instant.ofEpochMilli((n + 1) * period.toMillis()).plus(keptAfterwards);
        Document found;
        try {
            found = collection.findOneAndUpdate(
                    eq("_id", n),
                    Updates.combine(
                            Updates.setOnInsert("key", new Binary(fresh)),
                            Updates.setOnInsert("expiresAt", Date.from(expires))),
                    new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        } catch (MongoCommandException raced) {
            if (raced.getErrorCode() != MongoTallies.DUPLICATE_KEY) {
                throw raced;
            }
            found = collection.find(eq("_id", n)).first();
        }
        if (found == null) {
            throw new IllegalStateException("the key of period " + n + " was forgotten while it was made");
        }
        return found.get("key", Binary.class).getData();
    }
}
