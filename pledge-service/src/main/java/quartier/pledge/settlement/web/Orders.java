package quartier.pledge.settlement.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import quartier.platform.web.Problem;
import quartier.pledge.checkout.Decisions;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.web.RejectionProblems;
import quartier.pledge.refund.Iban;

/** Gives the operator's commands to a campaign, and says why one is refused. */
@Component
final class Orders {

    private static final int LONGEST = 140;

    private final Decisions decisions;
    private final Escrows escrows;
    private final Clock clock;

    Orders(Decisions decisions, Escrows escrows, Clock clock) {
        this.decisions = decisions;
        this.escrows = escrows;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Escrow campaign(String id) {
        return escrows.find(id).orElseThrow(Problem::notFound);
    }

    Outcome.Accepted give(String campaign, Command command) {
        return switch (decisions.of(campaign, command)) {
            case Outcome.Accepted accepted -> accepted;
            case Outcome.Rejected rejected -> throw RejectionProblems.of(rejected.reason());
            case Outcome.Overloaded full -> throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
        };
    }

    /**
     * What the operator writes down of a transfer. It stays in the journal for ever, so an account's number is refused.
     *
     * @param reference as it stands on the bank's statement
     */
    record Reference(@Nullable String reference) {

        String valid() {
            String text = Objects.requireNonNullElse(reference, "").strip();
            if (text.isEmpty()) {
                throw wrong("required");
            }
            if (text.length() > LONGEST) {
                throw wrong("too-long");
            }
            if (Iban.parse(text).isPresent()) {
                throw wrong("no-account-here");
            }
            return text;
        }

        private static Problem wrong(String code) {
            return Problem.ofFields(List.of(Problem.Field.of("reference", code)));
        }
    }
}
