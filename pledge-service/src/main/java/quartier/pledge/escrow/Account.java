package quartier.pledge.escrow;

/** The accounts of a campaign's ledger. */
public enum Account {
    /** Our money at the payment provider. */
    CASH_PSP("cash:psp"),
    /** The operator's own account: cash from meetings, and refunds that were made by hand. */
    CASH_BANK("cash:bank"),
    /** What is held for backers until the verdict. */
    ESCROW("escrow"),
    /** What sponsors have put at this campaign's disposal and is not beside a pledge; in entries with their fund. */
    MATCH("match"),
    PAYABLE_OWNER("payable:owner"),
    REVENUE_COMMISSION("revenue:commission"),
    VAT_COMMISSION("vat:commission"),
    EXPENSE_PSP_FEES("expense:psp-fees"),
    /**
     * What payers' banks took of money that was not theirs any more, or not just that, until it is won or set off against
     * what its payers are owed. What stays is the platform's loss.
     */
    RECEIVABLE_DISPUTES("receivable:disputes"),
    /** What the owner has to repay, not yet due. */
    LOANS("loans"),
    LOANS_ARREARS("loans:arrears"),
    PAYABLE_LENDERS("payable:lenders");

    private final String code;

    Account(String code) {
        this.code = code;
    }

    /** The account's name in documents and statements. */
    public String code() {
        return code;
    }
}
