package quartier.catalog.contest;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.catalog.contest.Outcome.Done;
import quartier.catalog.contest.Outcome.Refused;

/** The staff name a jury; those who are named take their seats. Until the jury phase is over. */
public final class SeatJury {

    static final int SEATS = 30;
    static final int NAME = 120;

    private final Contests contests;
    private final Kept<Jury> juries;
    private final Clock clock;

    public SeatJury(Contests contests, Kept<Jury> juries, Clock clock) {
        this.contests = contests;
        this.juries = juries;
        this.clock = clock;
    }

    public Outcome<Jury> of(String call) {
        return contest(call).map(known -> juries.find(call).orElse(Jury.none(call)));
    }

    /** Whether the caller leads the call, and so sees the invitations. */
    public boolean leads(String call, Person by) {
        return contests.find(call, clock.instant())
                .filter(contest -> by.animates(contest.territoryPath()))
                .isPresent();
    }

    /**
     * Once for each seat id.
     *
     * @param member of a juror whose id is known; null for one who is invited by the code
     */
    public Outcome<Jury> name(String call, Person by, String seat, String name, String code, @Nullable String member) {
        return led(call, by)
                .then(contest -> juries.change(Jury.none(call), jury -> {
                    if (jury.seat(seat).isPresent()) {
                        return new Done<>(jury);
                    }
                    List<Breach> breaches = check(jury, name);
                    if (!breaches.isEmpty()) {
                        return new Refused<>(new Refusal.RulesBroken(breaches));
                    }
                    return member != null && jury.seats(member)
                            ? new Refused<>(new Refusal.AlreadySeated())
                            : new Done<>(jury.with(new Seat(seat, name.strip(), code, member)));
                }));
    }

    /** What they scored counts no more. */
    public Outcome<Jury> dismiss(String call, Person by, String seat) {
        return led(call, by).then(contest -> juries.change(Jury.none(call), jury -> new Done<>(jury.without(seat))));
    }

    public Outcome<Jury> accept(String call, String memberId, String code) {
        return contest(call)
                .then(contest -> juries.change(Jury.none(call), jury -> {
                    Optional<Seat> seat = jury.seats().stream()
                            .filter(one -> one.code().equals(code))
                            .findFirst();
                    if (seat.filter(one -> memberId.equals(one.member())).isPresent()) {
                        return new Done<>(jury);
                    }
                    if (seat.filter(one -> one.member() == null).isEmpty()) {
                        return new Refused<>(new Refusal.InvitationUnknown());
                    }
                    if (jury.seats(memberId)) {
                        return new Refused<>(new Refusal.AlreadySeated());
                    }
                    return new Done<>(jury.with(seat.get().takenBy(memberId)));
                }));
    }

    private Outcome<Contest> contest(String call) {
        return contests.find(call, clock.instant())
                .<Outcome<Contest>>map(Done::new)
                .orElseGet(() -> new Refused<>(new Refusal.Unknown()));
    }

    private Outcome<Contest> led(String call, Person by) {
        return contest(call).then(contest -> {
            if (!by.animates(contest.territoryPath())) {
                return new Refused<>(new Refusal.NotYourTerritory(contest.territory()));
            }
            return contest.stage().compareTo(Stage.JURY) > 0
                    ? new Refused<>(new Refusal.JuryFixed())
                    : new Done<>(contest);
        });
    }

    private static List<Breach> check(Jury jury, String name) {
        if (name.isBlank()) {
            return List.of(Breach.of("name", Rule.REQUIRED));
        }
        if (name.length() > NAME) {
            return List.of(Breach.of("name", Rule.TOO_LONG, NAME));
        }
        return jury.seats().size() >= SEATS ? List.of(Breach.of("name", Rule.TOO_MANY, SEATS)) : List.of();
    }
}
