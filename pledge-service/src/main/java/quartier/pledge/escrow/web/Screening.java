package quartier.pledge.escrow.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import quartier.platform.security.Caller;
import quartier.platform.web.Problem;
import quartier.pledge.checkout.PaymentId;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.escrow.PledgeView;
import quartier.pledge.escrow.PledgeViews;
import quartier.pledge.risk.Attempt;
import quartier.pledge.risk.Attempts;
import quartier.pledge.risk.Clearance;
import quartier.pledge.risk.web.Cards;
import quartier.pledge.risk.web.ClientAddresses;

/** Looks at each attempt to pay before anything is held. A repetition of what was taken is never turned away. */
@Component
final class Screening {

    private final Attempts attempts;
    private final ClientAddresses addresses;
    private final Cards cards;
    private final PledgeViews pledges;
    private final Escrows escrows;
    private final Clock clock;

    Screening(
            Attempts attempts,
            ClientAddresses addresses,
            Cards cards,
            PledgeViews pledges,
            Escrows escrows,
            Clock clock) {
        this.attempts = attempts;
        this.addresses = addresses;
        this.cards = cards;
        this.pledges = pledges;
        this.escrows = escrows;
        this.clock = clock;
    }

    Attempt attempt(Caller caller, HttpHeaders headers, @Nullable String card, long minorUnits) {
        return new Attempt(
                caller.memberId(),
                addresses.of(headers).orElse(null),
                card == null ? null : cards.of(caller.memberId(), card),
                Math.max(0, minorUnits),
                clock.instant());
    }

    /**
     * Why somebody should look at this pledge before the verdict; nothing in most cases.
     *
     * @throws Problem 429 when there were too many
     */
    List<String> reasonsToReview(Attempt attempt, String pledge) {
        return switch (attempts.assess(attempt)) {
            case Clearance.Passed passed -> passed.reviewReasons();
            case Clearance.TooMany tooMany -> {
                if (pledges.find(pledge).isEmpty()) {
                    throw refusal(tooMany);
                }
                yield List.of();
            }
        };
    }

    /**
     * For more money on a pledge that counts already. It can't be put under review by itself, so what would need one is
     * refused too.
     *
     * @throws Problem 429 when there were too many
     */
    void refuseIfTooMany(Attempt attempt, PledgeView pledge, String change) {
        Optional<Clearance.TooMany> refused = switch (attempts.assess(attempt)) {
            case Clearance.Passed passed -> passed.insteadOfReview();
            case Clearance.TooMany tooMany -> Optional.of(tooMany);
        };
        if (refused.isPresent() && !isKnown(pledge, change)) {
            throw refusal(refused.get());
        }
    }

    /** @param declined whether the provider said no to it */
    void hear(Attempt attempt, boolean declined) {
        if (declined) {
            attempts.failed(attempt);
        }
    }

    private boolean isKnown(PledgeView view, String change) {
        String pledge = view.promise().pledge();
        String payment = PaymentId.ofChange(pledge, change);
        return escrows.find(view.campaign())
                .flatMap(escrow -> escrow.pledge(pledge))
                .filter(known -> isPaidBy(known, payment))
                .isPresent();
    }

    private static boolean isPaidBy(Pledge pledge, String payment) {
        boolean waits =
                pledge instanceof Pledge.Waiting waiting && waiting.payment().equals(payment);
        return waits || pledge.paid().stream().anyMatch(paid -> paid.payment().equals(payment));
    }

    private static Problem refusal(Clearance.TooMany tooMany) {
        return new Problem(HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts").retryAfter(tooMany.retryAfter());
    }
}
