package quartier.catalog.staff.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.staff.Staff;
import quartier.catalog.staff.StaffMember;
import quartier.catalog.staff.Workplaces;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;

/** Who works for a territory. */
@RestController
class StaffController {

    record HeldView(String role, String territory) {}

    record MemberView(String id, String name, List<HeldView> roles, Instant lastSeen) {
        /** Only what concerns these territories: what somebody does elsewhere is not this territory's business. */
        static MemberView of(StaffMember member, List<String> territories) {
            return new MemberView(
                    member.memberId(),
                    member.name(),
                    member.roles().stream()
                            .filter(held -> territories.contains(held.territory()))
                            .map(held -> new HeldView(held.role(), held.territory()))
                            .toList(),
                    member.lastSeen());
        }
    }

    record StaffView(List<MemberView> items) {}

    private static final Duration SHOWN_FOR = Duration.ofDays(90);

    private final Staff staff;
    private final Workplaces workplaces;
    private final Clock clock;

    StaffController(Staff staff, Workplaces workplaces, Clock clock) {
        this.staff = staff;
        this.workplaces = workplaces;
        this.clock = clock;
    }

    /** With those of the territories above it, whose roles hold here, and of those below it. */
    @GetMapping("/v1/territories/{id}/staff")
    @AllowedTo({Role.TERRITORY_ADMIN, Role.OPERATOR})
    StaffView of(@PathVariable String id, Caller caller) {
        List<String> path = workplaces.pathOf(id);
        if (path.isEmpty()) {
            throw Problem.notFound();
        }
        if (!caller.holds(Role.TERRITORY_ADMIN, path)) {
            throw new Problem(HttpStatus.FORBIDDEN, "not-your-territory", id);
        }
        List<String> concerned = workplaces.around(id);
        return new StaffView(staff.of(concerned, clock.instant().minus(SHOWN_FOR)).stream()
                .map(member -> MemberView.of(member, concerned))
                .toList());
    }
}
