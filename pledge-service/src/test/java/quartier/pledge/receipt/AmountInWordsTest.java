package quartier.pledge.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountInWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 | zéro
                    1 | un
                    10 | dix
                    16 | seize
                    17 | dix-sept
                    20 | vingt
                    21 | vingt et un
                    22 | vingt-deux
                    31 | trente et un
                    61 | soixante et un
                    69 | soixante-neuf
                    70 | soixante-dix
                    71 | soixante et onze
                    72 | soixante-douze
                    77 | soixante-dix-sept
                    79 | soixante-dix-neuf
                    80 | quatre-vingts
                    81 | quatre-vingt-un
                    89 | quatre-vingt-neuf
                    90 | quatre-vingt-dix
                    91 | quatre-vingt-onze
                    99 | quatre-vingt-dix-neuf
                    100 | cent
                    101 | cent un
                    121 | cent vingt et un
                    180 | cent quatre-vingts
                    181 | cent quatre-vingt-un
                    200 | deux cents
                    201 | deux cent un
                    280 | deux cent quatre-vingts
                    999 | neuf cent quatre-vingt-dix-neuf
                    1000 | mille
                    1001 | mille un
                    1100 | mille cent
                    1999 | mille neuf cent quatre-vingt-dix-neuf
                    2000 | deux mille
                    21000 | vingt et un mille
                    71000 | soixante et onze mille
                    80000 | quatre-vingt mille
                    81000 | quatre-vingt-un mille
                    100000 | cent mille
                    200000 | deux cent mille
                    200200 | deux cent mille deux cents
                    280080 | deux cent quatre-vingt mille quatre-vingts
                    1000000 | un million
                    1000001 | un million un
                    2000000 | deux millions
                    80000000 | quatre-vingts millions
                    200000000 | deux cents millions
                    201000000 | deux cent un millions
                    1000000000 | un milliard
                    3001002080 | trois milliards un million deux mille quatre-vingts
                    1000000000000 | un billion
                    2000000000000000 | deux billiards
                    9000000000000000000 | neuf trillions
                    """)
    void writesFrenchNumbersAsTheAcademyDid(long number, String words) {
        assertThat(FrenchNumbers.of(number)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 | zéro euro
                    1 | un centime
                    2 | deux centimes
                    80 | quatre-vingts centimes
                    100 | un euro
                    101 | un euro et un centime
                    200 | deux euros
                    2550 | vingt-cinq euros et cinquante centimes
                    8000 | quatre-vingts euros
                    20000 | deux cents euros
                    20100 | deux cent un euros
                    100000 | mille euros
                    100000000 | un million d’euros
                    100000001 | un million d’euros et un centime
                    100010000 | un million cent euros
                    300000000 | trois millions d’euros
                    100000000000 | un milliard d’euros
                    """)
    void writesEurosAndCentimesInFrench(long cents, String words) {
        assertThat(AmountInWords.of(cents, Language.FRENCH)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 | zero euros
                    1 | one cent
                    99 | ninety-nine cents
                    100 | one euro
                    101 | one euro and one cent
                    2550 | twenty-five euros and fifty cents
                    11000 | one hundred and ten euros
                    100100 | one thousand and one euros
                    123400 | one thousand two hundred and thirty-four euros
                    100000000 | one million euros
                    100000100 | one million and one euros
                    120000000000 | one billion two hundred million euros
                    """)
    void writesEurosAndCentsInEnglish(long cents, String words) {
        assertThat(AmountInWords.of(cents, Language.ENGLISH)).isEqualTo(words);
    }

    @Test
    void writesEveryAmountUpToTwentyThousandEurosDifferently() {
        Set<String> french = new HashSet<>();
        Set<String> english = new HashSet<>();
        for (long number = 0; number <= 20_000; number++) {
            french.add(FrenchNumbers.of(number));
            english.add(EnglishNumbers.of(number));
        }
        assertThat(french).hasSize(20_001);
        assertThat(english).hasSize(20_001);
    }

    /** Another way to the same words: read them back. */
    @Test
    void canBeReadBackInFrench() {
        for (long number = 0; number <= 300_000; number += 7) {
            assertThat(FrenchReader.read(FrenchNumbers.of(number))).isEqualTo(number);
        }
    }

    @Test
    void writesTheLargestAmountThatThereIs() {
        assertThat(AmountInWords.of(Long.MAX_VALUE, Language.FRENCH))
                .startsWith("quatre-vingt-douze billiards deux cent trente-trois billions")
                .endsWith("cinq cent quarante-sept mille sept cent cinquante-huit euros et sept centimes");
        assertThat(AmountInWords.of(Long.MAX_VALUE, Language.ENGLISH))
                .startsWith("ninety-two quadrillion two hundred and thirty-three trillion")
                .endsWith("forty-seven thousand seven hundred and fifty-eight euros and seven cents");
    }

    @Test
    void refusesWhatIsNegative() {
        LongFunction<String> french = FrenchNumbers::of;
        LongFunction<String> english = EnglishNumbers::of;
        assertThatIllegalArgumentException().isThrownBy(() -> french.apply(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> english.apply(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> AmountInWords.of(-1, Language.FRENCH));
    }

    private static final class FrenchReader {

        private static final Map<String, Integer> WORDS = Map.ofEntries(
                Map.entry("zéro", 0),
                Map.entry("un", 1),
                Map.entry("deux", 2),
                Map.entry("trois", 3),
                Map.entry("quatre", 4),
                Map.entry("cinq", 5),
                Map.entry("six", 6),
                Map.entry("sept", 7),
                Map.entry("huit", 8),
                Map.entry("neuf", 9),
                Map.entry("dix", 10),
                Map.entry("onze", 11),
                Map.entry("douze", 12),
                Map.entry("treize", 13),
                Map.entry("quatorze", 14),
                Map.entry("quinze", 15),
                Map.entry("seize", 16),
                Map.entry("vingt", 20),
                Map.entry("trente", 30),
                Map.entry("quarante", 40),
                Map.entry("cinquante", 50),
                Map.entry("soixante", 60));

        private FrenchReader() {}

        static long read(String words) {
            long thousands = 0;
            long below = 0;
            var each = new StringTokenizer(
                    words.replace("quatre-vingts", "huitante").replace("quatre-vingt", "huitante"), " -");
            while (each.hasMoreTokens()) {
                String word = each.nextToken();
                switch (word) {
                    case "et" -> {}
                    case "huitante" -> below += 80;
                    case "cent", "cents" -> below = Math.max(1, below) * 100;
                    case "mille" -> {
                        thousands = Math.max(1, below) * 1000;
                        below = 0;
                    }
                    default -> below += Objects.requireNonNull(WORDS.get(word), word);
                }
            }
            return thousands + below;
        }
    }
}
