package quartier.inkind.need.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.inkind.need.NeedCursor;
import quartier.platform.web.Problem;

/** Cursors as callers see them: opaque. */
final class Cursors {

    private Cursors() {}

    static @Nullable String write(@Nullable NeedCursor cursor) {
        if (cursor == null) {
            return null;
        }
        String text = cursor.publishedAt().toEpochMilli() + " " + cursor.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** 422 for a cursor that is not ours. */
    static @Nullable NeedCursor read(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int space = text.indexOf(' ');
            return new NeedCursor(
                    Instant.ofEpochMilli(Long.parseLong(text, 0, Math.max(0, space), 10)), text.substring(space + 1));
        } catch (IllegalArgumentException foreign) {
            throw Problem.ofFields(List.of(Problem.Field.of("cursor", "cursor-unknown")));
        }
    }
}
