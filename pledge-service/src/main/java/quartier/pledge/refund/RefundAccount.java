package quartier.pledge.refund;

/** Where a backer wants the money of a failed refund. */
public record RefundAccount(String holder, Iban iban) {

    @Override
    public String toString() {
        return "RefundAccount[…]";
    }
}
