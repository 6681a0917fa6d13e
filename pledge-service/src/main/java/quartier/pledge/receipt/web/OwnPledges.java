package quartier.pledge.receipt.web;

import org.springframework.stereotype.Component;
import quartier.platform.security.Caller;
import quartier.platform.web.Problem;
import quartier.pledge.receipt.Contributions;

/** Whose receipts a caller may see: those of their own pledges; an operator all. */
@Component
final class OwnPledges {

    private final Contributions contributions;

    OwnPledges(Contributions contributions) {
        this.contributions = contributions;
    }

    /** Somebody else's pledge is not told from one that does not exist. */
    void check(String pledge, Caller caller) {
        contributions
                .backer(pledge)
                .filter(backer -> backer.equals(caller.memberId()) || caller.isOperator())
                .orElseThrow(Problem::notFound);
    }
}
