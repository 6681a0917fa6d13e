package quartier.pledge.receipt;

import java.util.List;
import java.util.Set;

/**
 * What a body declares for a year: how many receipts, and what they add up to (CGI art. 222 bis). Cancelled ones do
 * not count, they are only told.
 *
 * @param receipts how many were issued in the year and stand
 * @param totalMinorUnits of those receipts, in euro cents
 * @param giftsMinorUnits of the year's gifts for which a receipt stands, in whichever year it was issued
 * @param cancelled how many of the year's numbers are void
 * @param lastNumber the highest number of the year: receipts and cancelled together
 */
public record Declaration(
        String body,
        int year,
        long receipts,
        long totalMinorUnits,
        long giftsMinorUnits,
        long cancelled,
        long lastNumber) {

    /** @throws IllegalStateException when the numbers have a gap: somebody has touched the register */
    public static Declaration of(
            String body, int year, List<TaxReceipt> issued, List<TaxReceipt> forGifts, Set<ReceiptNumber> cancelled) {
        long last =
                issued.stream().mapToLong(receipt -> receipt.number().n()).max().orElse(0);
        if (last != issued.size()) {
            throw new IllegalStateException(
                    "the receipts of " + body + " in " + year + " end at " + last + ", but are " + issued.size());
        }
        List<TaxReceipt> standing = issued.stream()
                .filter(receipt -> !cancelled.contains(receipt.number()))
                .toList();
        return new Declaration(
                body,
                year,
                standing.size(),
                total(standing),
                total(forGifts.stream()
                        .filter(receipt -> !cancelled.contains(receipt.number()))
                        .toList()),
                (long) issued.size() - standing.size(),
                last);
    }

    private static long total(List<TaxReceipt> receipts) {
        return receipts.stream().mapToLong(TaxReceipt::amountMinorUnits).reduce(0, Math::addExact);
    }
}
