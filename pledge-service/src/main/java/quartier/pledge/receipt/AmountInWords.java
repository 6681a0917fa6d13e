package quartier.pledge.receipt;

/** Amounts of euros in words, as a tax receipt needs them beside the figures. */
public final class AmountInWords {

    private static final long MILLION = 1_000_000;

    private AmountInWords() {}

    /**
     * @param cents zero or more
     * @throws IllegalArgumentException when negative
     */
    public static String of(long cents, Language language) {
        if (cents < 0) {
            throw new IllegalArgumentException("in words only from zero up, not " + cents);
        }
        long euros = cents / 100;
        long rest = cents % 100;
        return switch (language) {
            case FRENCH -> joined(frenchEuros(euros), frenchCents(rest), euros, rest, " et ");
            case ENGLISH -> joined(englishEuros(euros), englishCents(rest), euros, rest, " and ");
        };
    }

    private static String joined(String euros, String cents, long wholeEuros, long rest, String and) {
        if (rest == 0) {
            return euros;
        }
        return wholeEuros == 0 ? cents : euros + and + cents;
    }

    private static String frenchEuros(long euros) {
        if (euros >= MILLION && euros % MILLION == 0) {
            return FrenchNumbers.of(euros) + " d’euros"; // a round million is a noun
        }
        return FrenchNumbers.of(euros) + (euros < 2 ? " euro" : " euros");
    }

    private static String frenchCents(long cents) {
        return FrenchNumbers.of(cents) + (cents < 2 ? " centime" : " centimes");
    }

    private static String englishEuros(long euros) {
        return EnglishNumbers.of(euros) + (euros == 1 ? " euro" : " euros");
    }

    private static String englishCents(long cents) {
        return EnglishNumbers.of(cents) + (cents == 1 ? " cent" : " cents");
    }
}
