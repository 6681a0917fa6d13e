package quartier.pledge.escrow.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
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

    static BackerJson of(PledgeView view, Map<String, String> members, Map<String, String> organisations) {
        Promise promise = view.promise();
        Instant confirmedAt = view.confirmedAt();
        return new BackerJson(
                name(promise, members, organisations),
                new MoneyJson(promise.amountMinorUnits(), view.currency()),
                confirmedAt == null ? promise.placedAt() : confirmedAt);
    }

    private static @Nullable String name(
            Promise promise, Map<String, String> members, Map<String, String> organisations) {
        String organisation = promise.organisation();
        String full = organisation == null ? members.get(promise.backer()) : organisations.get(organisation);
        if (full == null || full.isBlank()) {
            return null;
        }
        return switch (promise.visibility()) {
            case NAME -> full;
            // An organisation has no first name to hide behind.
            case FIRST_NAME -> organisation == null ? full.strip().split("\\s+", 2)[0] : full;
            case ANONYMOUS -> null;
        };
    }
}
