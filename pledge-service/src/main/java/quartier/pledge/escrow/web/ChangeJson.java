package quartier.pledge.escrow.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import quartier.pledge.checkout.PledgeChanges.Result;
import quartier.pledge.payment.DeclineReason;

/**
 * What became of a change.
 *
 * @param state {@code done}; {@code action_required} or {@code pending} while the difference is being paid;
 *     {@code declined} or {@code expired} when it was not, and the pledge counts as before
 */
record ChangeJson(
        String id,
        String state,
        PledgeJson.@Nullable Action action,
        @Nullable String declineReason,
        PledgeJson pledge) {

    static ChangeJson of(String id, Result.Changed changed) {
        return new ChangeJson(id, "done", null, null, PledgeJson.of(changed.escrow(), changed.pledge(), null));
    }

    static ChangeJson of(String id, Result.Paying paying) {
        URI action = paying.action();
        return new ChangeJson(
                id,
                action == null ? "pending" : "action_required",
                action == null ? null : new PledgeJson.Action(action),
                null,
                PledgeJson.of(paying.escrow(), paying.pledge(), action));
    }

    static ChangeJson of(String id, Result.NotPaid notPaid) {
        DeclineReason reason = notPaid.reason();
        return new ChangeJson(
                id,
                reason == null ? "expired" : "declined",
                null,
                reason == null ? null : reason.code(),
                PledgeJson.of(notPaid.escrow(), notPaid.pledge(), null));
    }
}
