package quartier.pledge.escrow.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.PledgeStatus;
import quartier.pledge.escrow.PledgeView;
import quartier.pledge.escrow.PledgeViews;

/** Pledges from their documents, or from the fold where this process knows more. */
final class StoredPledges implements PledgeViews {

    private static final Set<PledgeStatus> PAID = EnumSet.of(
            PledgeStatus.CONFIRMED,
            PledgeStatus.CHANGING,
            PledgeStatus.DISPUTED,
            PledgeStatus.REFUND_DUE,
            PledgeStatus.REFUND_FAILED,
            PledgeStatus.REFUNDED);

    private final ProjectionStore store;
    private final JournalFollowers followers;
    private final CampaignWriters writers;

    StoredPledges(ProjectionStore store, JournalFollowers followers, CampaignWriters writers) {
        this.store = store;
        this.followers = followers;
        this.writers = writers;
    }

    @Override
    public Optional<PledgeView> find(String pledge) {
        return followers
                .campaignOf(pledge)
                .flatMap(campaign -> atHand(campaign, pledge))
                .or(() -> store.pledge(pledge).map(ProjectedDocuments::view).map(this::newest));
    }

    private PledgeView newest(PledgeView stored) {
        return atHand(stored.campaign(), stored.promise().pledge()).orElse(stored);
    }

    private Optional<PledgeView> atHand(String campaign, String pledge) {
        return writers.atHand(campaign).flatMap(folded -> inFold(folded, pledge));
    }

    private static Optional<PledgeView> inFold(Folded folded, String pledge) {
        Escrow escrow = folded.escrow();
        return escrow == null
                ? Optional.empty()
                : escrow.pledge(pledge).map(found -> ProjectedDocuments.view(escrow, found));
    }

    @Override
    public Slice ofBacker(String backer, @Nullable String cursor, int limit) {
        return slice(eq("member", backer), cursor, limit);
    }

    @Override
    public Slice ofCampaign(String campaign, @Nullable String cursor, int limit) {
        return slice(eq("campaign", campaign), cursor, limit);
    }

    @Override
    public Slice paidOf(String campaign, @Nullable String tier, @Nullable String cursor, int limit) {
        Bson paid = and(
                eq("campaign", campaign),
                in("status", PAID.stream().map(ProjectedDocuments::word).toList()));
        return slice(tier == null ? paid : and(paid, eq("tier", tier)), cursor, limit);
    }

    @Override
    public Slice confirmedOf(String campaign, @Nullable String cursor, int limit) {
        Bson confirmed = in(
                "status",
                ProjectedDocuments.word(PledgeStatus.CONFIRMED),
                ProjectedDocuments.word(PledgeStatus.CHANGING));
        return slice(and(eq("campaign", campaign), confirmed), cursor, limit);
    }

    private Slice slice(Bson filter, @Nullable String cursor, int limit) {
        Bson wanted = cursor == null ? filter : and(filter, after(cursor));
        List<Document> found = store.pledges(wanted, limit + 1);
        boolean more = found.size() > limit;
        List<PledgeView> pledges =
                found.stream().limit(limit).map(ProjectedDocuments::view).toList();
        return new Slice(pledges, more ? cursorAfter(pledges.getLast()) : null);
    }

    /** {@code <milliseconds>_<pledge>} of the last one shown. */
    @Override
    public String cursorAfter(PledgeView last) {
        return last.promise().placedAt().toEpochMilli() + "_" + last.promise().pledge();
    }

    /** @throws IllegalArgumentException when it is not a cursor of ours */
    private static Bson after(String cursor) {
        int end = cursor.indexOf('_');
        if (end <= 0) {
            throw new IllegalArgumentException("not a cursor: " + cursor);
        }
        Date placedAt = Date.from(Instant.ofEpochMilli(Long.parseLong(cursor.substring(0, end))));
        return or(lt("placedAt", placedAt), and(eq("placedAt", placedAt), lt("_id", cursor.substring(end + 1))));
    }
}
