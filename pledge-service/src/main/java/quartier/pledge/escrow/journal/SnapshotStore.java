package quartier.pledge.escrow.journal;

import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** Where snapshots are kept. Every method may throw a {@code MongoException}; what was to be written may stand or not. */
public interface SnapshotStore {

    /** @param head what is read first; null in a snapshot that is still being written */
    record Stored(
            String attempt,
            long page,
            BsonDocument layout,
            @Nullable BsonDocument head) {}

    /**
     * What there is of a campaign.
     *
     * @param current the one to read
     * @param former the one before, whose parts somebody may still fetch
     * @param pending the last that was begun and not finished
     */
    record Kept(
            @Nullable Stored current,
            @Nullable Stored former,
            @Nullable Stored pending) {

        public static final Kept NOTHING = new Kept(null, null, null);
    }

    Optional<Kept> find(String campaign);

    /**
     * Says that this snapshot's parts are going to be written; takes the place of one that was begun before, which can't
     * be finished any more.
     *
     * @return what there was at that moment: until this one is finished or replaced, it stays so
     */
    Kept begin(String campaign, Stored pending);

    void putParts(List<BsonDocument> parts);

    /** Makes the snapshot the current one and what was current the former, unless another was begun meanwhile. */
    boolean finish(String campaign, Stored current, @Nullable Stored former);

    /** Forgets the current one, if it is still this. */
    void forget(String campaign, String attempt);

    /** Those of these parts that there are. */
    List<BsonDocument> parts(List<String> ids);

    void removeParts(List<String> ids);
}
