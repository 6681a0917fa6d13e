package quartier.catalog.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import quartier.catalog.staff.Staff;
import quartier.catalog.staff.StaffMember;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;

/** Notes once in a while that a member came with roles, so that their administrators see who holds which. */
@Component
final class StaffSightings implements HandlerInterceptor {

    private static final Duration OFTEN_ENOUGH = Duration.ofMinutes(15);
    private static final int MOST_REMEMBERED = 10_000;
    private static final List<Role> SCOPED = List.of(Role.MODERATOR, Role.ANIMATOR, Role.TERRITORY_ADMIN);

    private record Noted(List<StaffMember.Held> roles, Instant at) {}

    private final Staff staff;
    private final Clock clock;

    /** Only saves writes: a replica that knows nothing writes once more. */
    private final Map<String, Noted> noted = new ConcurrentHashMap<>();

    StaffSightings(Staff staff, Clock clock) {
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Jwt token) {
            note(Caller.from(token));
        }
        return true;
    }

    private void note(Caller caller) {
        List<StaffMember.Held> roles = roles(caller);
        Instant now = clock.instant();
        Noted last = noted.get(caller.memberId());
        boolean isKnown = last != null
                && last.roles().equals(roles)
                && Duration.between(last.at(), now).abs().compareTo(OFTEN_ENOUGH) < 0;
        if (isKnown || (roles.isEmpty() && last == null)) {
            return;
        }
        if (noted.size() >= MOST_REMEMBERED) {
            noted.clear();
        }
        noted.put(caller.memberId(), new Noted(roles, now));
        staff.saw(new StaffMember(caller.memberId(), caller.name(), roles, now));
    }

    private static List<StaffMember.Held> roles(Caller caller) {
        List<StaffMember.Held> held = new ArrayList<>();
        for (Role role : SCOPED) {
            String name = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
            caller.scopesOf(role).forEach(territory -> held.add(new StaffMember.Held(name, territory)));
        }
        return held;
    }
}
