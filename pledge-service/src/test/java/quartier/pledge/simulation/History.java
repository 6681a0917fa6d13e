package quartier.pledge.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Rejection;

/** Every answer that anybody was given. */
final class History {

    /** A decision of which somebody was told. */
    record Told(String campaign, List<Event> events) {}

    private final List<Told> told = new ArrayList<>();
    private final Map<String, Boolean> placements = new HashMap<>();

    List<Told> told() {
        return told;
    }

    void answered(String campaign, Command command, Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted && !accepted.events().isEmpty()) {
            told.add(new Told(campaign, accepted.events()));
        }
        if (command instanceof Command.PlacePledge place) {
            placed(campaign + ' ' + place.pledge() + ' ' + place.fingerprint(), outcome);
        }
    }

    /** The same request has the same answer for ever, once it has one. */
    private void placed(String request, Outcome outcome) {
        boolean final_ = switch (outcome) {
            case Outcome.Accepted ignored -> true;
            case Outcome.Rejected rejected -> !(rejected.reason() instanceof Rejection.CampaignNotOpen);
            case Outcome.Overloaded ignored -> false;
        };
        if (final_) {
            boolean accepted = outcome instanceof Outcome.Accepted;
            Boolean before = placements.putIfAbsent(request, accepted);
            if (before != null && before != accepted) {
                throw new AssertionError(request + " was answered " + before + " and then " + outcome);
            }
        }
    }
}
