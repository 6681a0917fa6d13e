package quartier.pledge.receipt.escrow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

/** A campaign's fold as a statement: a line for each pledge that was paid, with names where delivery needs them. */
final class OwnerStatements {

    private static final int NAMES_AT_ONCE = 500;

    private final BackerNames members;
    private final Supporters supporters;

    OwnerStatements(BackerNames members, Supporters supporters) {
        this.members = members;
        this.supporters = supporters;
    }

    OwnerStatement of(Escrow escrow, Statement ledger, Optional<Project> project) {
        return new OwnerStatement(
                escrow.campaign(),
                project.map(Project::title).orElse(null),
                escrow.owner(),
                project.map(Project::territoryPath).orElse(List.of()),
                word(escrow.state()),
                escrow.terms().currency(),
                ledger.page(),
                lines(escrow),
                sums(escrow));
    }

    private List<Line> lines(Escrow escrow) {
        List<Line> lines = new ArrayList<>();
        List<Pledge> pledges = escrow.pledges().toList();
        Map<String, String> names = names(pledges);
        Map<String, Long> chargedBack = PledgeMoney.chargedBack(escrow);
        Set<String> counted = new HashSet<>();
        for (Pledge pledge : pledges) {
            PledgeMoney money = PledgeMoney.of(escrow, pledge, chargedBack);
            if (money.gross() > 0) {
                counted.addAll(money.payments());
                lines.add(line(escrow, pledge, money, names));
            }
        }
        escrow.refunds()
                .filter(refund -> !counted.contains(refund.of().payment()))
                .map(OwnerStatements::unasked)
                .forEach(lines::add);
        lines.sort(Comparator.comparing(Line::paidAt, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Line::pledge));
        return lines;
    }

    private static Line line(Escrow escrow, Pledge pledge, PledgeMoney money, Map<String, String> names) {
        Promise promise = pledge.promise();
        String chosen = promise.rewardWaived() ? null : promise.tier();
        String reward = chosen == null
                ? null
                : escrow.terms().tier(chosen).map(Tier::reward).orElse(chosen);
        boolean stands = pledge instanceof Pledge.Confirmed || pledge instanceof Pledge.Changing;
        return new Line(
                promise.pledge(),
                EscrowContributions.paidAt(escrow, pledge),
                DeliveryName.of(
                        names.get(nameKey(promise)),
                        promise.organisation() != null,
                        DeliveryName.Shown.valueOf(promise.visibility().name()),
                        reward != null && stands && !money.isReturned()),
                word(promise.kind()),
                reward,
                word(escrow.status(pledge)),
                money.gross(),
                money.refunded(),
                money.owed(),
                money.chargedBack());
    }

    /** Money that no pledge waited for: it goes straight back. */
    private static Line unasked(Refund refund) {
        long amount = refund.of().amountMinorUnits();
        boolean done = refund instanceof Refund.Done;
        boolean taken = refund instanceof Refund.ChargedBack;
        Instant at = refund instanceof Refund.Done isDone ? isDone.at() : null;
        String state = switch (refund) {
            case Refund.Due due -> "refund_due";
            case Refund.Failed failed -> "refund_failed";
            case Refund.Done finished -> "refunded";
            case Refund.ChargedBack disputed -> "disputed";
        };
        return new Line(
                refund.of().pledge(),
                at,
                null,
                "unasked",
                null,
                state,
                amount,
                done ? amount : 0,
                done || taken ? 0 : amount,
                taken ? amount : 0);
    }

    private static Sums sums(Escrow escrow) {
        var totals = escrow.totals();
        Terms terms = escrow.terms();
        long kept = totals.received() - totals.refunded() - totals.owed() - totals.chargedBack();
        Split split = escrow.split()
                .orElseGet(() -> Split.of(
                        Math.addExact(kept, totals.matched()),
                        terms.commissionBasisPoints(),
                        terms.vatBasisPoints(),
                        escrow.state().isOver() ? 0 : totals.fees()));
        return new Sums(
                totals.received(),
                totals.refunded(),
                totals.owed(),
                totals.chargedBack(),
                kept,
                totals.matched(),
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
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        supporters.namesOf(organisations).forEach((id, name) -> names.put("organisation " + id, name));
        return names;
    }

    private static String nameKey(Promise promise) {
        return promise.organisation() == null ? "member " + promise.backer() : "organisation " + promise.organisation();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
