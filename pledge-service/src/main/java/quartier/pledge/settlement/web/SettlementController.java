package quartier.pledge.settlement.web;

import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.pledge.escrow.EscrowViews;
import quartier.pledge.escrow.EscrowViews.Place;
import quartier.pledge.escrow.Progress;
import quartier.pledge.escrow.web.Page;
import quartier.pledge.settlement.PausedRuns;
import quartier.pledge.settlement.PausedRuns.Paused;
import quartier.pledge.settlement.Speed;

/** How far the settlement run is, and how it is stopped and let go on. */
@RestController
final class SettlementController {

    /** @param campaign the one to pause or resume; all when it is missing */
    record WhichRun(@Nullable String campaign) {}

    private final EscrowViews views;
    private final PausedRuns pausedRuns;
    private final Speed speed;
    private final RateLimiterConfig rate;
    private final Orders orders;

    SettlementController(
            EscrowViews views, PausedRuns pausedRuns, Speed speed, RateLimiterRegistry rates, Orders orders) {
        this.views = views;
        this.pausedRuns = pausedRuns;
        this.speed = speed;
        this.rate = rates.rateLimiter("settlement").getRateLimiterConfig();
        this.orders = orders;
    }

    @GetMapping("/v1/settlement")
    @AllowedTo(Role.OPERATOR)
    SettlementJson show(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = Page.limit(limit);
        Cursor from = Cursor.read(cursor);
        List<Progress> found = views.settling(from == null ? null : from.place(), most + 1);
        Paused paused = pausedRuns.now();
        List<Progress> shown = found.subList(0, Math.min(most, found.size()));
        return new SettlementJson(
                paused.all(),
                speed.perSecond(),
                limitPerSecond(),
                shown.stream()
                        .map(progress -> SettlementJson.run(progress, paused))
                        .toList(),
                found.size() > most ? after(shown.getLast()) : null);
    }

    @PostMapping("/v1/settlement/pause")
    @AllowedTo(Role.OPERATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pause(@RequestBody WhichRun which, Caller caller) {
        pausedRuns.pause(known(which), caller.memberId(), orders.now());
    }

    /** The pause of all and that of one campaign are two; each is ended by itself. */
    @PostMapping("/v1/settlement/resume")
    @AllowedTo(Role.OPERATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(@RequestBody WhichRun which) {
        pausedRuns.resume(known(which));
    }

    private @Nullable String known(WhichRun which) {
        return which.campaign() == null
                ? null
                : orders.campaign(which.campaign()).campaign();
    }

    private double limitPerSecond() {
        Duration period = rate.getLimitRefreshPeriod();
        return rate.getLimitForPeriod() * 1e9 / period.toNanos();
    }

    private static String after(Progress last) {
        return new Cursor(new Place(last.deadline(), last.campaign()), "").write();
    }
}
