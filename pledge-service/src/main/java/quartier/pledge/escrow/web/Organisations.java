package quartier.pledge.escrow.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import quartier.platform.security.Caller;
import quartier.platform.web.Problem;
import quartier.pledge.escrow.BackerKind;
import quartier.pledge.supporter.Supporter;
import quartier.pledge.supporter.Supporters;

/** In whose name a caller may pledge. */
@Component
final class Organisations {

    private final Supporters supporters;

    Organisations(Supporters supporters) {
        this.supporters = supporters;
    }

    /**
     * A public body is named as one, for the escrow to refuse with its rule.
     *
     * @throws Problem when the organisation is not known or not approved, or the caller is none of its agents
     */
    BackerKind kindFor(Caller caller, @Nullable String organisation) {
        if (organisation == null) {
            return BackerKind.PERSON;
        }
        Supporter supporter = supporters
                .find(organisation)
                .orElseThrow(() -> new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-organisation"));
        if (!caller.isAgentOf(organisation) && !supporter.agents().contains(caller.memberId())) {
            throw new Problem(HttpStatus.FORBIDDEN, "not-an-agent");
        }
        if (supporter.publicBody()) {
            return BackerKind.PUBLIC_BODY;
        }
        if (!supporter.approved()) {
            throw new Problem(HttpStatus.CONFLICT, "organisation-not-approved");
        }
        return BackerKind.COMPANY;
    }
}
