package quartier.catalog.contest;

import org.jspecify.annotations.Nullable;

/**
 * A place on a jury.
 *
 * @param name as the staff write it, for all to read
 * @param code of the invitation; whoever is signed in and has it takes the seat, once
 * @param member null until the seat is taken
 */
public record Seat(
        String id, String name, String code, @Nullable String member) {

    Seat takenBy(String taker) {
        return new Seat(id, name, code, taker);
    }
}
