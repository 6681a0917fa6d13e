package quartier.pledge.escrow;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pledges of all campaigns, newest first where there are several. They follow the journal within moments. */
public interface PledgeViews {

    /** @param next where to go on, or null at the end */
    record Slice(List<PledgeView> pledges, @Nullable String next) {}

    /** What this process has acknowledged is found at once. */
    Optional<PledgeView> find(String pledge);

    Slice ofBacker(String backer, @Nullable String cursor, int limit);

    /** All states; for the owner's and the operator's eyes. */
    Slice ofCampaign(String campaign, @Nullable String cursor, int limit);

    /**
     * Those whose money came, whatever became of it since; for the owner's eyes.
     *
     * @param tier of these only; null for all
     */
    Slice paidOf(String campaign, @Nullable String tier, @Nullable String cursor, int limit);

    /** Where a list goes on that stops at this pledge. */
    String cursorAfter(PledgeView last);

    /** Those that were paid and not cancelled. */
    Slice confirmedOf(String campaign, @Nullable String cursor, int limit);
}
