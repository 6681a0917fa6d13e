package quartier.gateway.account;

import org.jspecify.annotations.Nullable;
import quartier.gateway.pledge.Receipts;

/**
 * Who gave, as it is to stand on a tax receipt; it is in no way shown in public.
 *
 * @param nom of the person, or of the company
 */
record TaxReceiptForm(
        @Nullable String prenom,
        @Nullable String nom,
        @Nullable String forme,
        @Nullable String siren,
        @Nullable String rue,
        @Nullable String codePostal,
        @Nullable String ville,
        @Nullable String pays) {

    static TaxReceiptForm empty() {
        return new TaxReceiptForm(null, null, null, null, null, null, null, null);
    }

    /** @param company whether the pledge was an organisation's */
    Receipts.Identity identity(boolean company) {
        var address = new Receipts.Address(
                said(rue), said(codePostal), said(ville), pays == null || pays.isBlank() ? null : pays);
        return company
                ? new Receipts.Identity(null, new Receipts.Company(said(nom), said(forme), said(siren), address))
                : new Receipts.Identity(new Receipts.Person(said(prenom), said(nom), address), null);
    }

    private static String said(@Nullable String value) {
        return value == null ? "" : value;
    }

    @Override
    public String toString() {
        return "TaxReceiptForm[…]";
    }
}
