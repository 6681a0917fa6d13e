package quartier.catalog.question;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question about a project, for everybody to read with its answer.
 *
 * @param by the member who asked
 * @param byName for display, from the member's token; stays in this service's store
 * @param text plain
 * @param answer plain; null until the team gave one
 */
public record Question(
        String id,
        String project,
        String by,
        String byName,
        String text,
        Instant at,
        @Nullable Answer answer) {

    public static final int LONGEST = 2_000;

    public record Answer(String text, String by, Instant at) {}

    Question answered(Answer given) {
        return new Question(id, project, by, byName, text, at, given);
    }
}
