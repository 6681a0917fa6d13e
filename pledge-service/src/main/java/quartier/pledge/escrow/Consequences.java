package quartier.pledge.escrow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What follows from a command's events in the same decision: sponsors complete a pledge as it is confirmed, what a lost
 * dispute took ends what its payment owes, the verdict falls as soon as nothing is open, the settlement ends as nothing is
 * owed.
 */
final class Consequences {

    private final List<Event> events = new ArrayList<>();
    private Escrow escrow;

    private Consequences(Escrow before) {
        this.escrow = before;
    }

    /** @return the events and all that follows from them */
    static List<Event> of(Escrow before, List<Event> events) {
        if (events.isEmpty() || !canFollow(before, events.getLast())) {
            return events;
        }
        Consequences consequences = new Consequences(before);
        events.forEach(consequences::add);
        consequences.follow(List.copyOf(events));
        return consequences.events;
    }

    private static boolean canFollow(Escrow before, Event last) {
        return before.state == CampaignState.CLOSING
                || before.state.isOver()
                || !before.matching.allowances().isEmpty()
                || !before.disputes.isEmpty()
                || last instanceof Event.CampaignClosing
                || last instanceof Event.CampaignCancelled
                || last instanceof Event.AllowanceGranted;
    }

    private void follow(List<Event> caused) {
        Instant at = caused.getLast().at();
        for (Event event : caused) {
            addAll(MatchRules.following(escrow, event));
        }
        caused.forEach(this::setOff);
        addAll(MatchRules.lumpSums(escrow, at));
        if (escrow.state == CampaignState.CLOSING && escrow.holds.isEmpty() && escrow.reviews.isEmpty()) {
            Event verdict = CampaignRules.verdict(escrow, at);
            add(verdict);
            addAll(MatchRules.following(escrow, verdict));
            addAll(LoanRules.following(escrow, verdict));
        }
        addAll(MatchRules.releases(escrow, at));
        if (SettlementRules.isComplete(escrow) && !escrow.settled) {
            add(new Event.CampaignSettled(at, escrow.totals.refunds()));
        }
    }

    /** Each ends or makes smaller one debt that failed, so there is a last one. */
    private void setOff(Event cause) {
        Event next = SetOffRules.next(escrow, cause);
        while (next != null) {
            add(next);
            next = SetOffRules.next(escrow, cause);
        }
    }

    private void addAll(List<Event> following) {
        following.forEach(this::add);
    }

    private void add(Event event) {
        escrow = Evolution.evolve(escrow, event);
        events.add(event);
    }
}
