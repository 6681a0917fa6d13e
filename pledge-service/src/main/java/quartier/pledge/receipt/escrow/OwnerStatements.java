package quartier.pledge.receipt.escrow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quartier.pledge.backer.BackerNames;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.escrow.Promise;
import quartier.pledge.escrow.Refund;
import quartier.pledge.escrow.Split;
import quartier.pledge.escrow.Statement;
import quartier.pledge.escrow.Terms;
import quartier.pledge.escrow.Tier;
import quartier.pledge.launch.Projects.Project;
import quartier.pledge.receipt.DeliveryName;
import quartier.pledge.receipt.OwnerStatement;
import quartier.pledge.receipt.OwnerStatement.Line;
import quartier.pledge.receipt.OwnerStatement.Sums;
import quartier.pledge.supporter.Supporters;

/** A campaign's fold as a statement: a line for each payment that came in, with names where delivery needs them. */
final class OwnerStatements {

    private static final int NAMES_AT_ONCE = 500;

    private final BackerNames members;
    private final Supporters supporters;

    OwnerStatements(BackerNames members, Supporters supporters) {
        this.members = members;
        this.supporters = supporters;
    }

    OwnerStatement of(Escrow escrow, Statement ledger, Optional<Project> project) {
        List<Line> lines = new ArrayList<>();
        List<Pledge> pledges = escrow.pledges().toList();
        Map<String, String> names = names(pledges);
        Set<String> counted = new HashSet<>();
        for (Pledge pledge : pledges) {
            List<Refund> refunds =
                    escrow.refund(pledge.promise().payment()).stream().toList();
            if (pledge instanceof Pledge.Confirmed || !refunds.isEmpty()) {
                counted.add(pledge.promise().payment());
                lines.add(line(escrow, pledge, refunds, names));
            }
        }
        escrow.refunds()
                .filter(refund -> !counted.contains(refund.of().payment()))
                .map(OwnerStatements::unasked)
                .forEach(lines::add);
        lines.sort(Comparator.comparing(Line::paidAt, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Line::pledge));
        return new OwnerStatement(
                escrow.campaign(),
                project.map(Project::title).orElse(null),
                escrow.owner(),
                project.map(Project::territoryPath).orElse(List.of()),
                word(escrow.state()),
                escrow.terms().currency(),
                ledger.page(),
                lines,
                sums(escrow));
    }

    private static Line line(Escrow escrow, Pledge pledge, List<Refund> refunds, Map<String, String> names) {
        Promise promise = pledge.promise();
        long refunded = sum(refunds, true);
        long owed = sum(refunds, false);
        boolean kept = pledge instanceof Pledge.Confirmed;
        String tier = promise.tier();
        String reward = tier == null
                ? null
                : escrow.terms().tier(tier).map(Tier::reward).orElse(tier);
        String organisation = promise.organisation();
        return new Line(
                promise.pledge(),
                pledge instanceof Pledge.Confirmed confirmed ? confirmed.confirmedAt() : promise.placedAt(),
                DeliveryName.of(
                        names.get(nameKey(promise)),
                        organisation != null,
                        DeliveryName.Shown.valueOf(promise.visibility().name()),
                        reward != null && refunds.isEmpty()),
                reward == null ? "gift" : "gift_with_reward",
                reward,
                word(escrow.status(pledge)),
                kept ? promise.amountMinorUnits() : Math.addExact(refunded, owed),
                refunded,
                owed);
    }

    /** Money that no pledge waited for: it goes straight back. */
    private static Line unasked(Refund refund) {
        long amount = refund.of().amountMinorUnits();
        boolean done = refund instanceof Refund.Done;
        Instant at = refund instanceof Refund.Done(var money, Instant doneAt) ? doneAt : null;
        return new Line(
                refund.of().pledge(),
                at,
                null,
                "unasked",
                null,
                done ? "refunded" : refund instanceof Refund.Failed ? "refund_failed" : "refund_due",
                amount,
                done ? amount : 0,
                done ? 0 : amount);
    }

    private static Sums sums(Escrow escrow) {
        var totals = escrow.totals();
        Terms terms = escrow.terms();
        long kept = totals.received() - totals.refunded() - totals.owed();
        Split split = escrow.split()
                .orElseGet(() -> escrow.state().isOver()
                        ? Split.of(0, terms.commissionBasisPoints(), terms.vatBasisPoints(), 0)
                        : Split.of(kept, terms.commissionBasisPoints(), terms.vatBasisPoints(), totals.fees()));
        return new Sums(
                totals.received(),
                totals.refunded(),
                totals.owed(),
                kept,
                split.commission(),
                split.vat(),
                split.fees(),
                split.net());
    }

    /** The names of members and organisations, by {@link #nameKey}. */
    private Map<String, String> names(List<Pledge> pledges) {
        List<String> people = pledges.stream()
                .map(Pledge::promise)
                .filter(promise -> promise.organisation() == null)
                .map(Promise::backer)
                .distinct()
                .toList();
        Map<String, String> names = new HashMap<>();
        for (int from = 0; from < people.size(); from += NAMES_AT_ONCE) {
            members.of(people.subList(from, Math.min(people.size(), from + NAMES_AT_ONCE)))
                    .forEach((member, name) -> names.put("member " + member, name));
        }
        List<String> organisations = pledges.stream()
                .map(pledge -> pledge.promise().organisation())
                .filter(organisation -> organisation != null)
                .distinct()
                .toList();
        supporters.namesOf(organisations).forEach((id, name) -> names.put("organisation " + id, name));
        return names;
    }

    private static String nameKey(Promise promise) {
        return promise.organisation() == null ? "member " + promise.backer() : "organisation " + promise.organisation();
    }

    private static long sum(List<Refund> refunds, boolean done) {
        return refunds.stream()
                .filter(refund -> refund instanceof Refund.Done == done)
                .mapToLong(refund -> refund.of().amountMinorUnits())
                .reduce(0, Math::addExact);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
