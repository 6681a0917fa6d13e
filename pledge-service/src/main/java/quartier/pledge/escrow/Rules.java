package quartier.pledge.escrow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a command does to an escrow. The same escrow and command always give the same decision. */
public final class Rules {

    private static final Decision NOTHING_NEW = new Decision.Accepted(List.of(), null);

    private Rules() {}

    /**
     * @param escrow null before the campaign was opened
     * @throws IllegalArgumentException when a command can't have been meant, such as a fee above its payment
     */
    public static Decision decide(@Nullable Escrow escrow, Command command) {
        if (escrow == null) {
            return rejected(new Rejection.CampaignNotOpen());
        }
        return nothingNew();
    }

    static Decision rejected(Rejection reason) {
        return new Decision.Rejected(reason, List.of());
    }

    static Decision nothingNew() {
        return NOTHING_NEW;
    }

    static Decision accepted(Event... events) {
        List<Event> all = new ArrayList<>(List.of(events));
        return new Decision.Accepted(all, Bookkeeping.transactionOf(all));
    }
}
