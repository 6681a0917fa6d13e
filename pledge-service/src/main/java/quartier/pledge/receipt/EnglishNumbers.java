package quartier.pledge.receipt;

/** Numbers in English words, the British way: with "and" before the last two digits. */
final class EnglishNumbers {

    private static final String[] SMALL = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };
    private static final String[] SCALES = {
        "", " thousand", " million", " billion", " trillion", " quadrillion", " quintillion"
    };

    private EnglishNumbers() {}

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
        for (int i = SCALES.length - 1; i >= 0; i--) {
            int count = (int) (number / scale % 1000);
            if (count > 0) {
                boolean lastTwoDigits = i == 0 && count < 100 && !words.isEmpty();
                words.append(words.isEmpty() ? "" : lastTwoDigits ? " and " : " ")
                        .append(belowThousand(count))
                        .append(SCALES[i]);
            }
            scale /= 1000;
        }
        return words.toString();
    }

    private static String belowThousand(int number) {
        int hundreds = number / 100;
        int rest = number % 100;
        if (hundreds == 0) {
            return belowHundred(rest);
        }
        String hundred = SMALL[hundreds] + " hundred";
        return rest == 0 ? hundred : hundred + " and " + belowHundred(rest);
    }

    private static String belowHundred(int number) {
        if (number < SMALL.length) {
            return SMALL[number];
        }
        int unit = number % 10;
        return TENS[number / 10] + (unit == 0 ? "" : "-" + SMALL[unit]);
    }
}
