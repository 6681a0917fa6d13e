package quartier.catalog.project;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator sends.
 *
 * @param decision {@code approve}, {@code return} or {@code refuse}
 * @param checklist an answer to each of the territory's criteria
 * @param notes at fields of the project, for the owner to correct
 * @param reasons of a refusal
 */
public record ReviewForm(@Nullable String decision, List<Answer> checklist, List<Note> notes, List<String> reasons) {

    /** @param criterion id from the territory's policy */
    public record Answer(
            String criterion, boolean met, @Nullable String note) {}

    /** @param field its path in the project's form, for example {@code tiers[0].reward} */
    public record Note(String field, String note) {}

    public ReviewForm {
        checklist = List.copyOf(checklist);
        notes = List.copyOf(notes);
        reasons = List.copyOf(reasons);
    }
}
