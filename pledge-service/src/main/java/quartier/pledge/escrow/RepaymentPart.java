package quartier.pledge.escrow;

/**
 * A lender's part of one repayment: due, then done or failed, and never made twice. What the lender's bank gave back in a
 * dispute is not made at all.
 */
public sealed interface RepaymentPart {

    String repayment();

    String pledge();

    /** The payment by which the lender gave the loan, and on which it is given back. */
    String payment();

    long amountMinorUnits();

    default String id() {
        return idOf(repayment(), payment());
    }

    static String idOf(String repayment, String payment) {
        return repayment + "/" + payment;
    }

    record Due(String repayment, String pledge, String payment, long amountMinorUnits, int attempt)
            implements RepaymentPart {}

    record Failed(String repayment, String pledge, String payment, long amountMinorUnits, int attempt, String failure)
            implements RepaymentPart {}

    record Done(String repayment, String pledge, String payment, long amountMinorUnits, String reference)
            implements RepaymentPart {}

    /** @param id of its own when the dispute took less than the part */
    record ChargedBack(
            String id, String repayment, String pledge, String payment, long amountMinorUnits, String dispute)
            implements RepaymentPart {}
}
