package quartier.pledge.settlement.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;
import quartier.pledge.escrow.EscrowViews;
import quartier.pledge.escrow.EscrowViews.Place;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.web.Page;
import quartier.pledge.launch.Projects;
import quartier.pledge.launch.Projects.Project;

/** A dry run: what will settle until a day, and with what result if nothing more happens. */
@RestController
final class ForecastController {

    private static final Duration FARTHEST = Duration.ofDays(3660);
    private static final Duration USUAL = Duration.ofDays(7);
    /** How many campaigns are looked at for one page; staff of a small place may see few of them. */
    private static final int LOOKED_AT = 500;

    private final EscrowViews views;
    private final Escrows escrows;
    private final Projects projects;
    private final Orders orders;

    ForecastController(EscrowViews views, Escrows escrows, Projects projects, Orders orders) {
        this.views = views;
        this.escrows = escrows;
        this.projects = projects;
        this.orders = orders;
    }

    @GetMapping("/v1/settlement/forecast")
    @AllowedTo({Role.OPERATOR, Role.TERRITORY_ADMIN, Role.MODERATOR, Role.ANIMATOR})
    Page<ForecastJson> forecast(
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        if (until != null && until.isAfter(orders.now().plus(FARTHEST))) {
            throw new Problem(HttpStatus.BAD_REQUEST, "malformed-request");
        }
        Cursor from = Cursor.read(cursor);
        Instant end = until == null ? orders.now().plus(USUAL) : until;
        return page(caller, end, from == null ? null : from.place(), Page.limit(limit));
    }

    private Page<ForecastJson> page(Caller caller, Instant until, @Nullable Place after, int limit) {
        List<ForecastJson> shown = new ArrayList<>();
        List<Place> places = views.open(until, after, LOOKED_AT);
        for (int i = 0; i < places.size(); i++) {
            if (shown.size() == limit) {
                return new Page<>(shown, cursor(places.get(i - 1)));
            }
            Place place = places.get(i);
            if (maySee(caller, place.campaign())) {
                escrows.find(place.campaign())
                        .filter(escrow -> !escrow.state().isOver())
                        .map(ForecastJson::of)
                        .ifPresent(shown::add);
            }
        }
        return new Page<>(shown, places.size() < LOOKED_AT ? null : cursor(places.getLast()));
    }

    private static String cursor(Place last) {
        return new Cursor(last, "").write();
    }

    private boolean maySee(Caller caller, String campaign) {
        if (caller.isOperator()) {
            return true;
        }
        List<String> path = projects.find(campaign).map(Project::territoryPath).orElse(List.of());
        return caller.holds(Role.MODERATOR, path)
                || caller.holds(Role.ANIMATOR, path)
                || caller.holds(Role.TERRITORY_ADMIN, path);
    }
}
