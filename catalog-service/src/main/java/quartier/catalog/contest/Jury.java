package quartier.catalog.contest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Those whom a territory names to score the projects of one call. Its id is the call's. */
public record Jury(String id, String call, List<Seat> seats) implements OfACall {

    public Jury {
        seats = List.copyOf(seats);
    }

    static Jury none(String call) {
        return new Jury(call, call, List.of());
    }

    boolean seats(String memberId) {
        return seats.stream().anyMatch(seat -> memberId.equals(seat.member()));
    }

    Optional<Seat> seat(String seatId) {
        return seats.stream().filter(seat -> seat.id().equals(seatId)).findFirst();
    }

    Jury with(Seat seat) {
        return new Jury(
                id,
                call,
                Stream.concat(seats.stream().filter(other -> !other.id().equals(seat.id())), Stream.of(seat))
                        .toList());
    }

    Jury without(String seatId) {
        return new Jury(
                id,
                call,
                seats.stream().filter(seat -> !seat.id().equals(seatId)).toList());
    }
}
