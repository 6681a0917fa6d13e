package quartier.notification.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** The place after a notice in an inbox that is sorted by time and id. */
public record NoticeCursor(Instant at, String id) {

    public static NoticeCursor after(Notice notice) {
        return new NoticeCursor(notice.at(), notice.id());
    }

    /** Opaque to callers. */
    public String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at.toEpochMilli() + ":" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when it is none of ours. */
    public static Optional<NoticeCursor> decoded(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2
                    ? Optional.of(new NoticeCursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]))
                    : Optional.empty();
        } catch (IllegalArgumentException noneOfOurs) {
            return Optional.empty();
        }
    }
}
