package quartier.pledge.escrow;

/** A lender's part of one repayment: due, then done or failed, and never made twice. */
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
}
