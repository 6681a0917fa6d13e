package quartier.pledge.escrow.journal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.Document;

/** The documents of the journal and its projections, to be read by those who check them. */
public interface JournalDocuments {

    /** Tells the campaign and number of each page that stands. */
    void forEachPage(BiConsumer<String, Long> page);

    /** Tells each campaign that has pages, or a document. */
    default void forEachCampaign(Consumer<String> campaign) {
        Set<String> told = new HashSet<>();
        forEachPage((id, n) -> {
            if (told.add(id)) {
                campaign.accept(id);
            }
        });
    }

    /** Those of these pages that stand, in any order. */
    List<BsonDocument> pages(List<BsonDocument> ids);

    Optional<Document> escrow(String campaign);

    /** Those of these pledges that have a document. */
    List<Document> pledges(Collection<String> ids);

    long countPledges();
}
