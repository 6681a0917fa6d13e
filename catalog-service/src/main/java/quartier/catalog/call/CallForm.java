package quartier.catalog.call;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the staff write.
 *
 * @param text plain, in paragraphs
 * @param theme one of the territory's, for readers: projects of other themes may answer too
 * @param opensAt from then on projects may enter
 * @param closesAt from then on they no longer may
 * @param questions what each of them is asked
 */
public record CallForm(
        String territory,
        Words title,
        Words text,
        @Nullable String theme,
        Instant opensAt,
        Instant closesAt,
        List<Question> questions,
        Selection selection,
        Stake stake) {

    /** To the millisecond, as it is stored. Calls that were stored before there was a selection have none. */
    public CallForm {
        opensAt = opensAt.truncatedTo(ChronoUnit.MILLIS);
        closesAt = closesAt.truncatedTo(ChronoUnit.MILLIS);
        questions = questions == null ? List.of() : List.copyOf(questions);
        selection = selection == null ? Selection.NONE : selection;
        stake = stake == null ? Stake.NONE : stake;
    }

    CallForm open(Instant opens, Instant closes) {
        return new CallForm(territory, title, text, theme, opens, closes, questions, selection, stake);
    }
}
