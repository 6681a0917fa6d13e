package quartier.support.fund;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An agent sets a fund up; it promises nothing yet. */
public final class SetUpFund {

    /**
     * @param id derived from the agent and the request's Idempotency-Key
     * @param agent the member who acts for the sponsor
     */
    public record Request(String id, Sponsor sponsor, FundTerms terms, String agent, String fingerprint, Instant at) {}

    private final MatchFunds funds;

    public SetUpFund(MatchFunds funds) {
        this.funds = funds;
    }

    public Decision setUp(Request request) {
        Optional<MatchFund> before = funds.find(request.id());
        if (before.isPresent()) {
            return same(before.get(), request);
        }
        Optional<Rejection> missing = missing(request.sponsor(), request.terms());
        if (missing.isPresent()) {
            return new Decision.Refused(missing.get());
        }
        MatchFund fund = MatchFund.of(
                request.id(), request.sponsor(), request.terms(), request.agent(), request.fingerprint(), request.at());
        return funds.add(fund)
                ? new Decision.Changed(fund, List.of())
                : same(funds.find(request.id()).orElseThrow(), request); // the same request was faster
    }

    /** What a public body's money rests on. */
    private static Optional<Rejection> missing(Sponsor sponsor, FundTerms terms) {
        if (!sponsor.isPublic()) {
            return Optional.empty();
        }
        if (!terms.instrument().isDecided()) {
            return Optional.of(new Rejection.NeedsDeliberation());
        }
        return terms.instrument().suffices(terms.budgetMinorUnits())
                ? Optional.empty()
                : Optional.of(new Rejection.NeedsConvention());
    }

    private static Decision same(MatchFund before, Request request) {
        return before.fingerprint().equals(request.fingerprint())
                ? new Decision.Unchanged(before)
                : new Decision.Refused(new Rejection.KeyReused());
    }
}
