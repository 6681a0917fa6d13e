package quartier.pledge.receipt;

/** Puts what is known on paper: PDF. */
public interface Printer {

    byte[] taxReceipt(ReceiptContent content);

    /** @param name the backer's own */
    byte[] paymentReceipt(PaymentReceipt receipt, String name, Language language);

    byte[] statement(OwnerStatement statement, Table table, Language language);
}
