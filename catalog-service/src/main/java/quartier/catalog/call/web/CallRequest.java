package quartier.catalog.call.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quartier.catalog.call.CallForm;
import quartier.catalog.call.Rule;
import quartier.catalog.call.Words;
import quartier.platform.web.Problem;

/** The body of POST and PUT, as the caller wrote it. */
record CallRequest(
        @Nullable String territory,
        @Nullable WordsJson title,
        @Nullable WordsJson text,
        @Nullable String theme,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt) {

    record WordsJson(@Nullable String fr, @Nullable String en) {
        static WordsJson of(Words words) {
            return new WordsJson(words.fr(), words.en());
        }
    }

    /** @throws Problem 422 with the fields that are missing */
    CallForm form() {
        List<Problem.Field> missing = new ArrayList<>();
        need(missing, "territory", territory);
        need(missing, "title.fr", title == null ? null : title.fr());
        need(missing, "text.fr", text == null ? null : text.fr());
        need(missing, "opensAt", opensAt);
        need(missing, "closesAt", closesAt);
        if (!missing.isEmpty()) {
            throw Problem.ofFields(missing);
        }
        return new CallForm(
                Objects.requireNonNull(territory),
                words(Objects.requireNonNull(title)),
                words(Objects.requireNonNull(text)),
                unlessBlank(theme),
                Objects.requireNonNull(opensAt),
                Objects.requireNonNull(closesAt));
    }

    private static Words words(WordsJson words) {
        return new Words(Objects.requireNonNull(words.fr()).strip(), unlessBlank(words.en()));
    }

    private static @Nullable String unlessBlank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void need(List<Problem.Field> missing, String field, @Nullable Object value) {
        if (value == null) {
            missing.add(Problem.Field.of(field, Rule.REQUIRED.id()));
        }
    }
}
