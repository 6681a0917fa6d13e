package quartier.pledge.receipt;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a tax receipt.
 *
 * @param year in which it was issued
 * @param n from 1, without gaps within its body and year
 */
public record ReceiptNumber(String body, int year, long n) {

    private static final Pattern WRITTEN = Pattern.compile("([a-z0-9-]{1,60})-([0-9]{4})-([0-9]{5,15})");

    /** As it stands on the receipt: {@code le-kfe-2027-00001}. */
    @Override
    public String toString() {
        return "%s-%04d-%05d".formatted(body, year, n);
    }

    public static Optional<ReceiptNumber> parse(String written) {
        var parts = WRITTEN.matcher(written);
        return parts.matches()
                ? Optional.of(new ReceiptNumber(
                        parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))))
                : Optional.empty();
    }
}
