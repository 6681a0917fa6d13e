package quartier.catalog.call;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import quartier.catalog.call.Decision.Accepted;
import quartier.catalog.call.Decision.Rejected;
import quartier.catalog.call.Decision.Repeated;

/** The staff's work on calls. */
public final class LeadCalls {

    private static final int SLUG_ATTEMPTS = 10;

    private final Calls calls;
    private final Grounds grounds;
    private final Clock clock;

    public LeadCalls(Calls calls, Grounds grounds, Clock clock) {
        this.calls = calls;
        this.grounds = grounds;
        this.clock = clock;
    }

    /**
     * Announces a call, or finds the one that the same request announced before.
     *
     * @param id derived from the member and the Idempotency-Key
     * @param fingerprint of the request's body
     */
    public Decision announce(String id, Staff by, CallForm form, String fingerprint) {
        Optional<Call> before = calls.find(id);
        if (before.isPresent()) {
            return repeated(before.get(), fingerprint);
        }
        Instant now = clock.instant();
        Ground ground = grounds.of(form.territory()).orElse(null);
        if (ground == null) {
            return new Rejected(unknownTerritory(form));
        }
        if (!by.animates(ground.path())) {
            return new Rejected(new Refusal.NotYourTerritory(form.territory()));
        }
        List<Breach> breaches = CallRules.check(form, ground, now);
        if (!breaches.isEmpty()) {
            return new Rejected(new Refusal.RulesBroken(breaches));
        }
        return store(
                new Call(id, 1, Slug.of(form.title().fr(), id), form, ground.path(), now, by.memberId(), fingerprint));
    }

    /** Empty when there is no such call. */
    public Optional<Decision> change(String id, Staff by, long expectedVersion, CallForm form) {
        Ground ground = grounds.of(form.territory()).orElse(null);
        if (ground == null) {
            return calls.find(id).map(call -> new Rejected(unknownTerritory(form)));
        }
        var command = new Command.Change(by, clock.instant(), expectedVersion, form, ground);
        return calls.change(id, call -> CallLife.decide(call, command));
    }

    /** Empty when there is no such call. */
    public Optional<Decision> close(String id, Staff by, long expectedVersion) {
        var command = new Command.Close(by, clock.instant(), expectedVersion);
        return calls.change(id, call -> CallLife.decide(call, command));
    }

    /** Under its own slug, or one that begins with it where other calls have it. */
    private Decision store(Call wanted) {
        for (int attempt = 1; attempt <= SLUG_ATTEMPTS; attempt++) {
            Call call = attempt == 1 ? wanted : wanted.at(wanted.slug() + "-" + attempt);
            if (calls.insert(call)) {
                return new Accepted(call, CallEvent.ANNOUNCED);
            }
            Optional<Call> twin = calls.find(wanted.id());
            if (twin.isPresent()) {
                return repeated(twin.get(), wanted.fingerprint());
            }
        }
        Call unique = wanted.at(wanted.slug() + "-" + wanted.id());
        calls.insert(unique);
        return new Accepted(unique, CallEvent.ANNOUNCED);
    }

    private static Decision repeated(Call call, String fingerprint) {
        return call.fingerprint().equals(fingerprint) ? new Repeated(call) : new Rejected(new Refusal.KeyReused());
    }

    private static Refusal unknownTerritory(CallForm form) {
        return new Refusal.RulesBroken(List.of(Breach.of("territory", Rule.UNKNOWN_TERRITORY, form.territory())));
    }
}
