package quartier.pledge.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quartier.platform.outbox.OutboundEvent;
import quartier.pledge.audit.AuditReport;
import quartier.pledge.audit.Auditor;
import quartier.pledge.audit.Check;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Page;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.escrow.journal.Projections;
import quartier.pledge.escrow.journal.SteppedReplica;
import quartier.pledge.escrow.journal.StoredJournal;

/** What has to hold when a world has come to rest. */
final class Inspection {

    private final World world;

    Inspection(World world) {
        this.world = world;
    }

    /** Why the world is not at rest yet; what is quickly seen first. */
    static List<String> unrest(World world) {
        List<String> unrest = new ArrayList<>();
        if (!world.bank().news().isAtRest()) {
            unrest.add("the bank is busy");
        }
        for (Replica process : world.processes()) {
            if (process.unprojected() > 0) {
                unrest.add(process.unprojected() + " pledges are taken for unprojected");
            }
        }
        for (String campaign : world.campaigns()) {
            long last = world.store().lastPage(campaign);
            Projections.Position position =
                    world.store().position(campaign).orElse(new Projections.Position(campaign, 0, 0));
            if (position.projectedPage() != last || position.relayedPage() != last) {
                unrest.add("of " + last + " pages there is " + position);
            }
        }
        if (unrest.isEmpty()) {
            world.campaigns().forEach(campaign -> unrest.addAll(debts(world, campaign)));
        }
        return unrest;
    }

    private static List<String> debts(World world, String campaign) {
        Escrow escrow = SteppedReplica.folds(world.store(), campaign).getLast().escrow();
        return escrow == null ? List.of("not opened: " + campaign) : Debts.of(world, campaign, escrow);
    }

    void inspect() {
        audit();
        world.campaigns().forEach(campaign -> {
            List<Page> pages = SteppedReplica.pages(world.store(), campaign);
            acknowledged(campaign, pages);
            published(campaign);
            reviewed(campaign, pages);
            Accounts.compare(world, campaign, pages);
        });
    }

    private void audit() {
        AuditReport report = new Auditor(new StoredJournal(world.store())).audit();
        List<String> found = new ArrayList<>();
        for (Check check : Check.values()) {
            found.addAll(report.messages(check));
        }
        require(found.isEmpty(), "the auditor objects: " + found);
    }

    /** Every answer stands in the journal, as often as it was given as new. */
    private void acknowledged(String campaign, List<Page> pages) {
        Map<List<Event>, Integer> stored = new HashMap<>();
        for (Page page : pages) {
            for (Entry entry : page.entries()) {
                stored.merge(entry.events(), 1, Integer::sum);
            }
        }
        for (History.Told told : world.history().told()) {
            if (told.campaign().equals(campaign)) {
                int left = stored.merge(told.events(), -1, Integer::sum);
                require(left >= 0, "acknowledged and not in the journal of " + campaign + ": " + told.events());
            }
        }
    }

    /** What is published first is exactly what the journal says, in its order; what comes again is the same. */
    private void published(String campaign) {
        Map<String, OutboundEvent> expected = new LinkedHashMap<>();
        SteppedReplica.events(world.store(), campaign).forEach(event -> expected.put(event.id(), event));
        Map<String, OutboundEvent> published = new LinkedHashMap<>();
        for (OutboundEvent event : world.bus().log()) {
            if (event.key().equals(campaign)) {
                published.putIfAbsent(event.id(), event);
                require(event.equals(expected.get(event.id())), "published and not in the journal: " + event);
            }
        }
        List<String> should = List.copyOf(expected.keySet());
        List<String> was = List.copyOf(published.keySet());
        require(was.equals(should), "published " + types(published) + " for " + types(expected));
    }

    private static List<String> types(Map<String, OutboundEvent> events) {
        return events.values().stream()
                .map(event -> event.sequence() + " " + event.type())
                .toList();
    }

    /** What a reviewer has refused does not count, and what nobody has cleared does not either. */
    private void reviewed(String campaign, List<Page> pages) {
        Set<String> cleared = new HashSet<>();
        for (Page page : pages) {
            for (Entry entry : page.entries()) {
                for (Event event : entry.events()) {
                    if (event instanceof Event.PledgeCleared e) {
                        cleared.add(e.pledge());
                    } else if (event instanceof Event.CampaignFunded || event instanceof Event.CampaignNotFunded) {
                        requireReviewed(campaign, page, cleared);
                    }
                }
            }
        }
    }

    private void requireReviewed(String campaign, Page verdict, Set<String> cleared) {
        Escrow escrow = SteppedReplica.folds(world.store(), campaign)
                .get((int) verdict.n() - 1)
                .escrow();
        for (String pledge : world.history().suspects(campaign)) {
            boolean counts = escrow != null
                    && escrow.pledge(pledge)
                            .filter(Pledge.Confirmed.class::isInstance)
                            .isPresent();
            require(!counts || cleared.contains(pledge), "counts, and nobody has cleared it: " + pledge);
            require(
                    !counts || !world.history().refused(campaign).contains(pledge),
                    "counts, and was refused in review: " + pledge);
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new AssertionError(message);
        }
    }
}
