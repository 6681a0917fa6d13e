package quartier.pledge.escrow;

import java.util.stream.Stream;

/** Why somebody looks for a campaign among all others. */
public enum Concern {
    /** Its outcome is not decided. */
    OPEN,
    /** Its outcome is decided, and something is still owed to somebody. */
    SETTLING,
    FAILED_REFUNDS,
    /** Cash that somebody has to give back. */
    CASH_REFUNDS,
    PAYOUTS_DUE,
    /** Refused, or sent back by the payee's bank. */
    PAYOUTS_FAILED,
    PAYOUTS_DONE,
    DISPUTES,
    FAILED_REPAYMENTS;

    public static Stream<Concern> of(Escrow escrow) {
        return Stream.of(values()).filter(concern -> concern.touches(escrow));
    }

    private boolean touches(Escrow escrow) {
        return switch (this) {
            case OPEN -> !escrow.state.isOver();
            case SETTLING -> escrow.state.isOver() && !escrow.settled;
            case FAILED_REFUNDS -> !escrow.failedRefunds.isEmpty();
            case CASH_REFUNDS -> !escrow.cashRefunds.isEmpty();
            case PAYOUTS_DUE -> escrow.payouts().anyMatch(Payout.Due.class::isInstance);
            case PAYOUTS_FAILED ->
                escrow.payouts()
                        .anyMatch(payout -> payout instanceof Payout.Failed || payout instanceof Payout.CameBack);
            case PAYOUTS_DONE -> escrow.payouts().anyMatch(Payout.Done.class::isInstance);
            case DISPUTES -> !escrow.disputes.isEmpty();
            case FAILED_REPAYMENTS -> escrow.loans.pending().stream().anyMatch(RepaymentPart.Failed.class::isInstance);
        };
    }
}
