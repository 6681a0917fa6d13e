package quartier.pledge.escrow.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.escrow.PledgeStatus;
import quartier.pledge.escrow.PledgeView;
import quartier.pledge.escrow.Promise;
import quartier.pledge.escrow.RefundReason;

/**
 * A pledge as its backer sees it.
 *
 * @param wanted what it becomes once the difference of a change is paid
 * @param matched what sponsors put beside it
 * @param refunds what of its money goes or went back; told of one pledge alone, not in lists
 */
record PledgeJson(
        String id,
        String campaign,
        MoneyJson amount,
        @Nullable String tier,
        String kind,
        boolean rewardWaived,
        @Nullable String organisation,
        String visibility,
        String state,
        @Nullable Action action,
        @Nullable Wanted wanted,
        @Nullable MoneyJson matched,
        @Nullable String declineReason,
        @Nullable String refundReason,
        @Nullable List<RefundJson> refunds,
        Instant placedAt,
        @Nullable Instant confirmedAt,
        @Nullable Receipts receipts) {

    /**
     * Where the receipts are, once something was paid.
     *
     * @param payment what was paid and went back
     * @param tax to be asked for after the payout, by a POST
     */
    record Receipts(String payment, String tax) {}

    /** What the backer has to do now: open this page of the bank. */
    record Action(URI url) {}

    record Wanted(MoneyJson amount, @Nullable String tier, boolean rewardWaived) {}

    /** As one of several. */
    static PledgeJson of(PledgeView view) {
        return of(view, null, null, null);
    }

    static PledgeJson of(Escrow escrow, Pledge pledge, @Nullable URI action) {
        Promise wanted = pledge instanceof Pledge.Changing changing ? changing.wanted() : null;
        return of(PledgeView.of(escrow, pledge), wanted, action, null);
    }

    static PledgeJson of(
            PledgeView view, @Nullable Promise wanted, @Nullable URI action, @Nullable List<RefundJson> refunds) {
        Promise promise = view.promise();
        RefundReason refundReason = view.refundReason();
        return new PledgeJson(
                promise.pledge(),
                view.campaign(),
                new MoneyJson(promise.amountMinorUnits(), view.currency()),
                promise.tier(),
                code(promise.kind()),
                promise.rewardWaived(),
                promise.organisation(),
                code(promise.visibility()),
                state(view.status(), action),
                action == null ? null : new Action(action),
                wanted == null
                        ? null
                        : new Wanted(
                                new MoneyJson(wanted.amountMinorUnits(), view.currency()),
                                wanted.tier(),
                                wanted.rewardWaived()),
                view.matchedMinorUnits() == 0 ? null : new MoneyJson(view.matchedMinorUnits(), view.currency()),
                view.status() == PledgeStatus.DECLINED ? view.reason() : null,
                refundReason == null ? null : code(refundReason),
                refunds,
                promise.placedAt(),
                view.confirmedAt(),
                receipts(view));
    }

    private static @Nullable Receipts receipts(PledgeView view) {
        String pledge = "/v1/pledges/" + view.promise().pledge();
        boolean paid = view.confirmedAt() != null || view.refundReason() != null;
        return paid ? new Receipts(pledge + "/payment-receipt", pledge + "/tax-receipt") : null;
    }

    private static String state(PledgeStatus status, @Nullable URI action) {
        return switch (status) {
            case HELD -> action == null ? "pending" : "action_required";
            case PAYMENT_UNKNOWN -> "pending";
            case CONFIRMED, CHANGING, DISPUTED, DECLINED, EXPIRED, CANCELLED, REFUND_DUE, REFUND_FAILED, REFUNDED ->
                code(status);
        };
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
