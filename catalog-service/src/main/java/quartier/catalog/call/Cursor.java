package quartier.catalog.call;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Where a page ended: the next one begins after it. */
public record Cursor(Instant opensAt, String id) {

    /** As callers see it: opaque. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((opensAt.toEpochMilli() + ":" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when the text is no cursor of ours. */
    public static Optional<Cursor> parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2
                    ? Optional.of(new Cursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
