package quartier.pledge.escrow.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * The projected documents: {@code escrows} (one a campaign, which also says how far the followers of its journal have
 * come) and {@code pledges}. A document never goes back to an older page, whoever writes it. Every method may throw a
 * {@code MongoException}; after one that writes, everything, a part or nothing may be written.
 */
public interface Projections {

    /** How far the followers of a campaign's journal have come. */
    record Position(String campaign, long projectedPage, long relayedPage) {}

    /** Makes the campaign known to {@link #positionsAfter}; changes nothing if it is. */
    void opening(String campaign);

    Optional<Position> position(String campaign);

    /** In the order of the campaigns' ids, those after this one. */
    List<Position> positionsAfter(String campaign, int limit);

    /** The campaigns whose {@code nextWork} is not after now, the earliest first. */
    List<String> withWork(Instant now, int limit);

    /** Moves the relay's position forward, never back. */
    void relayed(String campaign, long page);

    /** Writes each of these documents, unless it shows a newer page than this. */
    void putPledges(String campaign, long page, List<Document> pledges);

    /** Writes the campaign's document and its position, unless it shows this page or a newer one. */
    void putEscrow(String campaign, long page, Document escrow);
}
