package quartier.pledge.receipt.escrow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quartier.pledge.escrow.Dispute;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Paid;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.escrow.Refund;
import quartier.pledge.escrow.Returned;

/**
 * What came in for a pledge and what became of it, in minor units.
 *
 * @param payments the ids of what came in
 * @param gross all of it
 * @param refunds what went or goes back
 * @param chargedBack what payers' banks took of it while it was in escrow, or was owed back
 */
record PledgeMoney(Set<String> payments, long gross, List<Refund> refunds, long chargedBack) {

    /** By payment, what payers' banks took out of the escrow and have not given back. */
    static Map<String, Long> chargedBack(Escrow escrow) {
        Map<String, Long> taken = new HashMap<>();
        Set<String> fromEscrow = new HashSet<>();
        escrow.disputes()
                .filter(dispute -> dispute.fromEscrow() && dispute.state() != Dispute.State.WON)
                .forEach(dispute -> {
                    fromEscrow.add(dispute.id());
                    taken.merge(dispute.payment(), dispute.amountMinorUnits(), Math::addExact);
                });
        escrow.refunds()
                .filter(refund -> refund instanceof Refund.ChargedBack back && !fromEscrow.contains(back.dispute()))
                .forEach(
                        refund -> taken.merge(refund.of().payment(), refund.of().amountMinorUnits(), Math::addExact));
        return taken;
    }

    static PledgeMoney of(Escrow escrow, Pledge pledge, Map<String, Long> chargedBack) {
        Map<String, Long> rests = new HashMap<>();
        for (Paid paid : pledge.paid()) {
            rests.put(paid.payment(), paid.amountMinorUnits());
        }
        Set<String> payments = new LinkedHashSet<>(rests.keySet());
        payments.add(pledge.promise().payment());
        long gross = 0;
        long taken = 0;
        List<Refund> refunds = new ArrayList<>();
        for (String payment : payments) {
            Optional<Refund> rest = escrow.refund(payment);
            List<Refund> parts = parts(escrow, payment);
            long stillThere =
                    rest.map(refund -> refund.of().amountMinorUnits()).orElseGet(() -> rests.getOrDefault(payment, 0L));
            gross = Math.addExact(gross, Math.addExact(stillThere, sum(parts)));
            taken = Math.addExact(taken, chargedBack.getOrDefault(payment, 0L));
            refunds.addAll(parts);
            rest.ifPresent(refunds::add);
        }
        return new PledgeMoney(payments, gross, refunds, taken);
    }

    /** What went back of a payment because its pledge was made smaller, and what of refunds a lost dispute took. */
    private static List<Refund> parts(Escrow escrow, String payment) {
        return Stream.of(1, -1)
                .flatMap(step -> Stream.iterate(step, part -> part + step)
                        .map(part -> escrow.refund(Returned.idOf(payment, part)))
                        .takeWhile(Optional::isPresent)
                        .flatMap(Optional::stream))
                .toList();
    }

    /** Whether all that the campaign had of a payment went or goes back. */
    boolean isReturned() {
        return refunds.stream().anyMatch(refund -> refund.of().part() == 0);
    }

    long refunded() {
        return sum(refunds.stream().filter(Refund.Done.class::isInstance).toList());
    }

    long owed() {
        return sum(refunds.stream()
                .filter(refund -> refund instanceof Refund.Due || refund instanceof Refund.Failed)
                .toList());
    }

    private static long sum(List<Refund> refunds) {
        return refunds.stream()
                .mapToLong(refund -> refund.of().amountMinorUnits())
                .reduce(0, Math::addExact);
    }
}
