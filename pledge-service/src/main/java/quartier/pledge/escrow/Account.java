package quartier.pledge.escrow;

/** The accounts of a campaign's ledger. */
public enum Account {
    /** Our money at the payment provider. */
    CASH_PSP("cash:psp"),
    /** What is held for backers until the verdict. */
    ESCROW("escrow"),
    PAYABLE_OWNER("payable:owner"),
    REVENUE_COMMISSION("revenue:commission"),
    VAT_COMMISSION("vat:commission"),
    EXPENSE_PSP_FEES("expense:psp-fees");

    private final String code;

    Account(String code) {
        this.code = code;
    }

    /** The account's name in documents and statements. */
    public String code() {
        return code;
    }
}
