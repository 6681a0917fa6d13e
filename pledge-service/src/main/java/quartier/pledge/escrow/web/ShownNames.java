package quartier.pledge.escrow.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quartier.pledge.backer.BackerNames;
import quartier.pledge.escrow.PledgeView;
import quartier.pledge.escrow.Promise;
import quartier.pledge.supporter.Supporters;

/** The names of backers, to everybody and to the owner alike: as much of each as its backer allowed. */
final class ShownNames {

    private final BackerNames members;
    private final Supporters supporters;

    ShownNames(BackerNames members, Supporters supporters) {
        this.members = members;
        this.supporters = supporters;
    }

    /** Of all pledges of a page at once. */
    Lookup of(List<PledgeView> shown) {
        return new Lookup(
                members.of(shown.stream()
                        .filter(view -> view.promise().organisation() == null)
                        .map(view -> view.promise().backer())
                        .distinct()
                        .toList()),
                supporters.namesOf(shown.stream()
                        .map(view -> view.promise().organisation())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()));
    }

    record Lookup(Map<String, String> members, Map<String, String> organisations) {

        /** Null is anonymous. */
        @Nullable
        String of(Promise promise) {
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
}
