package quartier.catalog.meetup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A meetup with all who come, in one piece: so that it can't be overbooked. Immutable: {@link MeetupLife} decides what
 * becomes of it. The first {@code capacity} of those who signed up come, the others wait in their order.
 *
 * @param version grows by two with each change, which tells two events at most: their sequences
 * @param edition counts what the staff changed; its ETag, which a sign-up does not make stale
 * @param signedUp in the order in which they signed up
 * @param cancelled why it does not take place; null when it does
 * @param remindedAt when its guests were reminded
 * @param fingerprint of the request that announced it, to know its repetitions
 */
public record Meetup(
        String id,
        long version,
        long edition,
        String slug,
        MeetupForm form,
        List<String> territoryPath,
        List<Guest> signedUp,
        @Nullable String cancelled,
        @Nullable Instant remindedAt,
        Instant createdAt,
        String fingerprint) {

    /** Where somebody stands. */
    public enum Place {
        GOING,
        WAITING
    }

    public Meetup {
        territoryPath = List.copyOf(territoryPath);
        signedUp = List.copyOf(signedUp);
    }

    public List<Guest> going() {
        return signedUp.subList(0, Math.min(signedUp.size(), form.capacity()));
    }

    public List<Guest> waiting() {
        return signedUp.subList(going().size(), signedUp.size());
    }

    public Optional<Place> placeOf(String member) {
        if (going().stream().anyMatch(guest -> guest.member().equals(member))) {
            return Optional.of(Place.GOING);
        }
        return waiting().stream().anyMatch(guest -> guest.member().equals(member))
                ? Optional.of(Place.WAITING)
                : Optional.empty();
    }

    public boolean isPast(Instant now) {
        return !form.endsAt().isAfter(now);
    }

    Meetup with(Guest guest) {
        return guests(Stream.concat(signedUp.stream(), Stream.of(guest)).toList());
    }

    Meetup without(String member) {
        return guests(signedUp.stream()
                .filter(guest -> !guest.member().equals(member))
                .toList());
    }

    Meetup edited(MeetupForm changed) {
        return new Meetup(
                id,
                version + 2,
                edition + 1,
                slug,
                changed,
                territoryPath,
                signedUp,
                cancelled,
                remindedAt,
                createdAt,
                fingerprint);
    }

    Meetup cancelled(String reason) {
        return new Meetup(
                id,
                version + 2,
                edition + 1,
                slug,
                form,
                territoryPath,
                signedUp,
                reason,
                remindedAt,
                createdAt,
                fingerprint);
    }

    Meetup reminded(Instant at) {
        return new Meetup(
                id, version + 2, edition, slug, form, territoryPath, signedUp, cancelled, at, createdAt, fingerprint);
    }

    Meetup at(String otherSlug) {
        return new Meetup(
                id,
                version,
                edition,
                otherSlug,
                form,
                territoryPath,
                signedUp,
                cancelled,
                remindedAt,
                createdAt,
                fingerprint);
    }

    private Meetup guests(List<Guest> others) {
        return new Meetup(
                id,
                version + 2,
                edition,
                slug,
                form,
                territoryPath,
                others,
                cancelled,
                remindedAt,
                createdAt,
                fingerprint);
    }
}
