package quartier.pledge.reconciliation;

import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Role;

/** What of the provider's statement and our ledger does not match, for the operator. */
@RestController
final class ReconciliationController {

    private static final int SHOWN = 500;

    private final Reconcile reconcile;
    private final ReconciliationRunner runner;
    private final Suspense suspense;
    private final Clock clock;

    ReconciliationController(Reconcile reconcile, ReconciliationRunner runner, Suspense suspense, Clock clock) {
        this.reconcile = reconcile;
        this.runner = runner;
        this.suspense = suspense;
        this.clock = clock;
    }

    @GetMapping("/v1/reconciliation")
    @AllowedTo(Role.OPERATOR)
    ReconciliationJson show() {
        return ReconciliationJson.of(
                reconcile.provider(),
                reconcile.readUntil().orElse(null),
                suspense.count(),
                suspense.open(SHOWN),
                clock.instant());
    }

    @PostMapping("/v1/reconciliation/run")
    @AllowedTo(Role.OPERATOR)
    ReconciliationJson run() {
        runner.once();
        return show();
    }
}
