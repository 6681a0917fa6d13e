package quartier.pledge.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import quartier.platform.outbox.OutboundEvent;
import quartier.pledge.audit.AuditReport;
import quartier.pledge.audit.Auditor;
import quartier.pledge.audit.Check;
import quartier.pledge.escrow.Account;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Page;
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
        if (!world.bank().isAtRest()) {
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
            Optional<Document> document = world.store().escrow(campaign);
            if (document.filter(projected -> projected.getBoolean("settled", false))
                    .isEmpty()) {
                unrest.add("not settled: " + document);
            }
        }
        if (unrest.isEmpty()) {
            world.campaigns().forEach(campaign -> owes(world, campaign).ifPresent(unrest::add));
        }
        return unrest;
    }

    private static Optional<String> owes(World world, String campaign) {
        Folded end = SteppedReplica.folds(world.store(), campaign).getLast();
        return Optional.ofNullable(end.escrow())
                .filter(escrow -> owes(world, campaign, escrow))
                .map(escrow -> campaign + " owes: " + escrow.totals() + " "
                        + escrow.refunds().toList());
    }

    /** Money that came after the settlement goes back too. */
    private static boolean owes(World world, String campaign, Escrow escrow) {
        return escrow.totals().owed() > 0
                || !world.bank().payments().values().stream()
                        .filter(payment -> payment.campaign.equals(campaign))
                        .allMatch(payment -> payment.captured() == 0 || isKnown(escrow, payment));
    }

    private static boolean isKnown(Escrow escrow, Bank.Payment payment) {
        return payment.refunded > 0
                || escrow.refund(payment.id).isPresent()
                || escrow.pledges()
                        .flatMap(pledge -> pledge.paid().stream())
                        .anyMatch(paid -> paid.payment().equals(payment.id));
    }

    void inspect() {
        audit();
        world.campaigns().forEach(campaign -> {
            List<Page> pages = SteppedReplica.pages(world.store(), campaign);
            acknowledged(campaign, pages);
            published(campaign);
            money(campaign, pages);
        });
    }

    private void audit() {
        AuditReport report = new Auditor(new StoredJournal(world.store())).audit();
        List<String> found = new ArrayList<>();
        for (Check check : Check.values()) {
            found.addAll(report.messages(check));
        }
        require(report.isClean(), "the auditor objects: " + found);
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

    /** The bank's books and the ledger, payment by payment and in sum. */
    private void money(String campaign, List<Page> pages) {
        Map<String, Long> received = new HashMap<>();
        Map<String, Long> refunded = new HashMap<>();
        Map<String, String> payments = new HashMap<>();
        long granted = 0;
        for (Page page : pages) {
            for (Entry entry : page.entries()) {
                for (Event event : entry.events()) {
                    if (event instanceof Event.PledgePlaced e) {
                        payments.put(e.promise().pledge(), e.promise().payment());
                    } else if (event instanceof Event.PledgeConfirmed e) {
                        received.merge(payments.getOrDefault(e.pledge(), ""), e.amountMinorUnits(), Long::sum);
                    } else if (event instanceof Event.PledgeIncreased e) {
                        received.merge(e.payment(), e.amountMinorUnits(), Long::sum);
                    } else if (event instanceof Event.AllowanceGranted e) {
                        granted += e.added();
                    } else if (event instanceof Event.AllowanceReleased e) {
                        granted -= e.amountMinorUnits();
                    } else if (event instanceof Event.StrayMoneyReceived e) {
                        received.merge(e.money().payment(), e.money().amountMinorUnits(), Long::sum);
                    } else if (event instanceof Event.Refunded e) {
                        refunded.merge(e.money().payment(), e.money().amountMinorUnits(), Long::sum);
                    }
                }
            }
        }
        long cash = -world.bank().paidOut(campaign);
        for (Bank.Payment payment : world.bank().payments().values()) {
            if (payment.campaign.equals(campaign)) {
                same("captured of " + payment.id, payment.captured(), received.remove(payment.id));
                same("refunded of " + payment.id, payment.refunded, refunded.remove(payment.id));
                cash += payment.captured() - payment.refunded;
            }
        }
        require(received.isEmpty(), "in the ledger and not at the bank: " + received);
        require(refunded.isEmpty(), "refunded in the ledger and not at the bank: " + refunded);
        Folded end = SteppedReplica.folds(world.store(), campaign).getLast();
        same("cash of " + campaign, cash + granted, end.balances().getOrDefault(Account.CASH_PSP, 0L));
    }

    private static void same(String what, long bank, @org.jspecify.annotations.Nullable Long ledger) {
        require(
                bank == (ledger == null ? 0 : ledger),
                what + ": the bank says " + bank + ", the ledger " + (ledger == null ? 0 : ledger));
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new AssertionError(message);
        }
    }
}
