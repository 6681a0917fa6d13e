package quartier.catalog.project;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds words that speak of a return on money, of what an institution has to pay for, or of people far from the
 * territory, in French and in English. In a reward's promise the first kind is refused; elsewhere all are for the reviewer,
 * because words alone prove nothing.
 */
final class Clues {

    /** Over texts without accents, in lower case. */
    private static final Pattern PAID_RETURN =
            Pattern.compile("\\b(\\d+ ?% (d'|d’|de )?(interets?|rendement|dividendes?)|taux"
                    + " d.interets?|dividendes?|parts? (sociales?|du capital)|actions? de (la|notre) societe|retour sur"
                    + " investissement|rendement (de|annuel|garanti)|rembourses? avec (des"
                    + " )?interets?|royalties|obligations? convertibles?|interest rates?|dividends?|equity|shares? in"
                    + " (the|our) company|return on investment|repaid with interest)\\b");

    private static final Pattern PUBLIC_MISSION = Pattern.compile(
            "\\b(a la place de la (ville|mairie|commune|region|metropole)|faute de (budget|credits?) public|(la"
                    + " )?(mairie|ville|commune) ne (finance|paie|paye) plus|cantine scolaire|refection de la"
                    + " voirie|salaires? des? (enseignants?|agents?)|toiture de l.ecole|instead of the (city|council)|the"
                    + " (city|council) no longer (funds|pays)|school roof|teachers. salaries)\\b");

    /** Not of other places by their names: who tells where an idea comes from does nothing wrong. */
    private static final Pattern ELSEWHERE = Pattern.compile("\\b(a l.etranger|(partout en|dans toute la|a travers la)"
            + " france|dans tout le pays|(partout dans le|a travers le) monde|le monde entier|a l.echelle"
            + " (nationale|europeenne|internationale|mondiale)|(mission|aide) humanitaire|abroad|overseas|nationwide"
            + "|worldwide|(all over|across|throughout|around) (france|the country|the world)"
            + "|humanitarian (aid|mission))\\b");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Clues() {}

    static List<Clue> of(ProjectForm form) {
        List<Clue> found = new ArrayList<>();
        look(found, "title", form.title());
        look(found, "pitch", form.pitch());
        look(found, "story", form.story());
        return found;
    }

    /** The words of a promise that is more than symbolic thanks: money for money. */
    static Optional<String> paidReturn(String promise) {
        return first(PAID_RETURN, promise);
    }

    private static void look(List<Clue> found, String field, @Nullable String text) {
        if (text != null) {
            first(PAID_RETURN, text).ifPresent(words -> found.add(new Clue(Guardrail.GIFTS_ONLY, field, words)));
            first(PUBLIC_MISSION, text).ifPresent(words -> found.add(new Clue(Guardrail.PUBLIC_MISSION, field, words)));
            first(ELSEWHERE, text).ifPresent(words -> found.add(new Clue(Guardrail.LOCAL_INTEREST, field, words)));
        }
    }

    private static Optional<String> first(Pattern pattern, String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        Matcher words = pattern.matcher(plain);
        return words.find() ? Optional.of(words.group()) : Optional.empty();
    }
}
