package quartier.pledge.receipt;

/** The nine digits by which France's register names a company or an association. */
public final class Siren {

    private static final int LENGTH = 9;

    private Siren() {}

    /** Whether the digits are nine and their checksum (Luhn) holds. */
    public static boolean isValid(String digits) {
        if (!digits.matches("[0-9]{" + LENGTH + "}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = digits.charAt(i) - '0';
            int weighed = i % 2 == 1 ? 2 * digit : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
