package quartier.pledge.receipt;

/** Numbers in French words, with the hyphens of before 1990, as banks and tax offices write them. */
final class FrenchNumbers {

    private static final String[] SMALL = {
        "zéro",
        "un",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "quinze",
        "seize",
        "dix-sept",
        "dix-huit",
        "dix-neuf"
    };
    private static final String[] TENS = {
        "", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"
    };
    /** From a million on they are nouns: they take an s, and let cents and vingts before them keep theirs. */
    private static final String[] NOUNS = {"million", "milliard", "billion", "billiard", "trillion"};

    private FrenchNumbers() {}

    /** @throws IllegalArgumentException when negative */
    static String of(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("in words only from zero up, not " + number);
        }
        if (number == 0) {
            return SMALL[0];
        }
        StringBuilder words = new StringBuilder();
        long scale = 1_000_000_000_000_000_000L;
        for (int noun = NOUNS.length - 1; noun >= 0; noun--) {
            int count = (int) (number / scale % 1000);
            if (count > 0) {
                append(words, belowThousand(count, true) + " " + NOUNS[noun] + (count > 1 ? "s" : ""));
            }
            scale /= 1000;
        }
        int thousands = (int) (number / 1000 % 1000);
        if (thousands > 0) {
            append(words, thousands == 1 ? "mille" : belowThousand(thousands, false) + " mille");
        }
        int rest = (int) (number % 1000);
        if (rest > 0) {
            append(words, belowThousand(rest, true));
        }
        return words.toString();
    }

    /** @param plural whether a round cent or quatre-vingt at the end takes its s: not before mille */
    private static String belowThousand(int number, boolean plural) {
        int hundreds = number / 100;
        int rest = number % 100;
        if (hundreds == 0) {
            return belowHundred(rest, plural);
        }
        String cent = hundreds == 1 ? "cent" : SMALL[hundreds] + " cent" + (rest == 0 && plural ? "s" : "");
        return rest == 0 ? cent : cent + " " + belowHundred(rest, plural);
    }

    private static String belowHundred(int number, boolean plural) {
        if (number < SMALL.length) {
            return SMALL[number];
        }
        int tens = number / 10;
        // Soixante and quatre-vingt count on to nineteen.
        int unit = tens == 7 || tens == 9 ? number % 10 + 10 : number % 10;
        boolean eighties = tens >= 8;
        if (unit == 0) {
            return TENS[tens] + (eighties && plural ? "s" : "");
        }
        boolean withAnd = !eighties && (unit == 1 || unit == 11);
        return TENS[tens] + (withAnd ? " et " : "-") + SMALL[unit];
    }

    private static void append(StringBuilder words, String more) {
        words.append(words.isEmpty() ? "" : " ").append(more);
    }
}
