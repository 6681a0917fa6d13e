package quartier.pledge.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final Map<String, Set<String>> suspects = new HashMap<>();
    private final Map<String, Set<String>> entered = new HashMap<>();
    private final Map<String, Set<String>> refused = new HashMap<>();

    /** An owner's transfer, as somebody enters it. */
    void enters(String campaign, String repayment, long amount) {
        note(entered, campaign, repayment + ' ' + amount);
    }

    boolean isEntered(String campaign, String repayment, long amount) {
        return entered.getOrDefault(campaign, Set.of()).contains(repayment + ' ' + amount);
    }

    /** Pledges that were taken and had to be looked at. */
    Set<String> suspects(String campaign) {
        return suspects.getOrDefault(campaign, Set.of());
    }

    /** Pledges that a reviewer was told to have refused. */
    Set<String> refused(String campaign) {
        return refused.getOrDefault(campaign, Set.of());
    }

    List<Told> told() {
        return told;
    }

    void answered(String campaign, Command command, Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted && !accepted.events().isEmpty()) {
            told.add(new Told(campaign, accepted.events()));
        }
        if (command instanceof Command.RefusePledge refusal && outcome instanceof Outcome.Accepted) {
            note(refused, campaign, refusal.pledge());
        }
        if (command instanceof Command.PlacePledge place) {
            boolean placed = outcome instanceof Outcome.Accepted accepted
                    && accepted.events().stream().anyMatch(Event.PledgePlaced.class::isInstance);
            if (placed && !place.reviewReasons().isEmpty()) {
                note(suspects, campaign, place.pledge());
            }
            placed(campaign + ' ' + place.pledge() + ' ' + place.fingerprint(), outcome);
        }
    }

    private static void note(Map<String, Set<String>> notes, String key, String value) {
        notes.computeIfAbsent(key, none -> new HashSet<>()).add(value);
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
