package quartier.catalog.project;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page ended: the next one begins after it.
 *
 * @param key of the last project under the list's order: milliseconds since 1970, or percent
 * @param id of that project, for those with the same key
 */
public record Cursor(long key, String id) {

    /** As callers see it: opaque. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((key + ":" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when the text is no cursor of ours. */
    public static Optional<Cursor> parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2 ? Optional.of(new Cursor(Long.parseLong(parts[0]), parts[1])) : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
