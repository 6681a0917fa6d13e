package quartier.pledge.escrow;

import java.util.Optional;

/**
 * What a campaign would come to if its deadline were now and nothing more were paid: the verdict's own rules on a copy.
 *
 * @param funded whether the goal is reached
 * @param split how the money would be divided; empty when it would go back
 * @param refunds how many payments would be given back
 * @param refundsMinorUnits their sum
 * @param open pledges whose payment is not known or which are under review: with them it may come out otherwise
 */
public record Forecast(boolean funded, Optional<Split> split, int refunds, long refundsMinorUnits, int open) {

    /** @throws IllegalStateException when the outcome is decided: it is not a forecast any more */
    public static Forecast of(Escrow escrow) {
        if (escrow.state.isOver()) {
            throw new IllegalStateException("decided: " + escrow.campaign);
        }
        int open = escrow.holds.size() + escrow.reviews.size();
        return switch (CampaignRules.verdict(escrow, escrow.terms.deadline())) {
            case Event.CampaignFunded funded -> new Forecast(true, Optional.of(funded.split()), 0, 0, open);
            default -> {
                long payments = escrow.pledges()
                        .filter(pledge -> pledge instanceof Pledge.Confirmed || pledge instanceof Pledge.Changing)
                        .flatMap(pledge -> pledge.paid().stream())
                        .filter(paid -> paid.amountMinorUnits() > 0)
                        .count();
                yield new Forecast(false, Optional.empty(), Math.toIntExact(payments), escrow.totals.collected(), open);
            }
        };
    }
}
