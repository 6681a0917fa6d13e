package quartier.gateway.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where people of a territory meet, as the pages show it. */
public record Meetup(
        String id,
        String slug,
        long edition,
        String territory,
        List<String> territoryPath,
        Words title,
        Words text,
        String place,
        Instant startsAt,
        Instant endsAt,
        int capacity,
        int going,
        int waiting,
        @Nullable String cancelled,
        boolean past,
        @Nullable String mine) {

    /** Somebody who signed up, for the staff. */
    public record Guest(String member, String name, boolean waiting, Instant since) {}

    public Meetup {
        territoryPath = territoryPath == null ? List.of() : List.copyOf(territoryPath);
    }

    public int left() {
        return Math.max(0, capacity - going);
    }

    public boolean isMine(String wanted) {
        return Objects.equals(mine, wanted);
    }

    public boolean takesSignUps() {
        return cancelled == null && !past;
    }
}
