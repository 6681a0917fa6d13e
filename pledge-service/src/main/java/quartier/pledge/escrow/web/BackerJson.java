package quartier.pledge.escrow.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.PledgeView;
import quartier.pledge.escrow.Promise;

/**
 * A backer as everybody may see them.
 *
 * @param name as much of it as the backer allowed; null is anonymous
 */
record BackerJson(
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String name, MoneyJson amount, Instant at) {

    static BackerJson of(PledgeView view, ShownNames.Lookup names) {
        Promise promise = view.promise();
        Instant confirmedAt = view.confirmedAt();
        return new BackerJson(
                names.of(promise),
                new MoneyJson(promise.amountMinorUnits(), view.currency()),
                confirmedAt == null ? promise.placedAt() : confirmedAt);
    }
}
