package quartier.support.offer;

import java.time.Instant;
import java.util.Optional;

/** An agent offers an organisation's help to a project. */
public final class MakeSupportOffer {

    /**
     * @param id derived from the agent and the request's Idempotency-Key
     * @param agent the member who acts for the supporter
     */
    public record Request(
            String id,
            OfferingSupporter supporter,
            String agent,
            String project,
            Help help,
            String fingerprint,
            Instant at) {}

    private final SupportOffers offers;
    private final Surroundings surroundings;

    public MakeSupportOffer(SupportOffers offers, Surroundings surroundings) {
        this.offers = offers;
        this.surroundings = surroundings;
    }

    public Decision make(Request request) {
        Optional<SupportOffer> before = offers.find(request.id());
        if (before.isPresent()) {
            return same(before.get(), request);
        }
        Optional<SupportedProject> project = surroundings.project(request.project());
        if (project.isEmpty()) {
            return refused(new Rejection.ProjectUnknown());
        }
        if (!project.get().underWay()) {
            return refused(new Rejection.ProjectNotUnderWay());
        }
        Optional<Rule> broken = Rules.brokenBy(request.supporter(), project.get(), request.help(), request.agent());
        if (broken.isPresent()) {
            return refused(new Rejection.RuleBroken(broken.get()));
        }
        return add(request, project.get());
    }

    private Decision add(Request request, SupportedProject project) {
        SupportOffer offer = SupportOffer.of(
                request.id(),
                request.supporter(),
                project,
                request.help(),
                request.agent(),
                request.fingerprint(),
                request.at());
        return offers.add(offer)
                ? new Decision.Changed(offer)
                : same(offers.find(request.id()).orElseThrow(), request); // the same request was faster
    }

    private static Decision same(SupportOffer before, Request request) {
        return before.fingerprint().equals(request.fingerprint())
                ? new Decision.Unchanged(before)
                : refused(new Rejection.KeyReused());
    }

    private static Decision refused(Rejection reason) {
        return new Decision.Refused(reason);
    }
}
