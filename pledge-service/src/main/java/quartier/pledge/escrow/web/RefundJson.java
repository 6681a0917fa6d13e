package quartier.pledge.escrow.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Refund;

/**
 * Money that goes back to a backer.
 *
 * @param state {@code due}, {@code failed}, {@code done}, or {@code charged_back} where the payer's bank gave it back in a dispute
 * @param askedAt since when it is owed and asked for
 * @param failedAt when the bank refused it for good
 * @param at when the provider, or an operator, gave it back
 */
record RefundJson(
        String id,
        MoneyJson amount,
        String reason,
        String state,
        Instant askedAt,
        @Nullable Instant failedAt,
        @Nullable Instant at) {

    static List<RefundJson> of(Escrow escrow, String pledge) {
        return escrow.refunds()
                .filter(refund -> refund.of().pledge().equals(pledge))
                .sorted(Comparator.comparing(refund -> refund.of().id()))
                .map(refund -> of(escrow, refund))
                .toList();
    }

    private static RefundJson of(Escrow escrow, Refund refund) {
        var money = refund.of();
        return new RefundJson(
                money.id(),
                MoneyJson.of(escrow.terms().money(money.amountMinorUnits())),
                money.reason().name().toLowerCase(Locale.ROOT),
                switch (refund) {
                    case Refund.Due due -> "due";
                    case Refund.Failed failed -> "failed";
                    case Refund.Done done -> "done";
                    case Refund.ChargedBack back -> "charged_back";
                },
                refund.owedSince(),
                refund instanceof Refund.Failed failed ? failed.at() : null,
                refund instanceof Refund.Done done ? done.at() : null);
    }
}
