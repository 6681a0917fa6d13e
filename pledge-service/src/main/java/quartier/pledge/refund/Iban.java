package quartier.pledge.refund;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An account's number by ISO 13616, in capitals and without spaces, whose checksum is right (ISO 7064, mod 97-10). */
public record Iban(String number) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);
    private static final int FRENCH_LENGTH = 27;

    public Iban {
        if (!isValid(number)) {
            throw new IllegalArgumentException("not an IBAN");
        }
    }

    /** As somebody types it; empty when it is none. */
    public static Optional<Iban> parse(String typed) {
        String number = SPACES.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        return isValid(number) ? Optional.of(new Iban(number)) : Optional.empty();
    }

    /** By which its holder knows it again. */
    public String ending() {
        return number.substring(number.length() - 4);
    }

    private static boolean isValid(String number) {
        return FORM.matcher(number).matches()
                && (!number.startsWith("FR") || number.length() == FRENCH_LENGTH)
                && checksum(number) == 1;
    }

    private static int checksum(String number) {
        StringBuilder digits = new StringBuilder();
        (number.substring(4) + number.substring(0, 4))
                .chars()
                .forEach(letter -> digits.append(Character.digit(letter, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(MODULUS).intValue();
    }

    /** Numbers of accounts do not end in a log by accident. */
    @Override
    public String toString() {
        return "Iban[…]";
    }
}
