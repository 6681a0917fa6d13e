package quartier.support.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import quartier.platform.web.Problem;

/** Cursors of lists that are ordered by time, as callers see them: opaque. */
public final class Cursors {

    private Cursors() {}

    public static String write(Instant at, String id) {
        String text = at.toEpochMilli() + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Null for the first page; 422 for a cursor that is not ours. */
    public static <C> @Nullable C read(@Nullable String cursor, BiFunction<Instant, String, C> make) {
        if (cursor == null) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int space = Math.max(0, text.indexOf(' '));
            return make.apply(Instant.ofEpochMilli(Long.parseLong(text, 0, space, 10)), text.substring(space + 1));
        } catch (IllegalArgumentException foreign) {
            throw Problem.ofFields(List.of(Problem.Field.of("cursor", "cursor-unknown")));
        }
    }
}
