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
        boolean readable = caller.isOperator() ? contributions.backer(pledge).isPresent() : isOf(pledge, caller);
        if (!readable) {
            throw Problem.notFound();
        }
    }

    /** Only the backer may ask in their own name. */
    void checkBacker(String pledge, Caller caller) {
        if (!isOf(pledge, caller)) {
            throw Problem.notFound();
        }
    }

    private boolean isOf(String pledge, Caller caller) {
        return contributions.backer(pledge).filter(caller.memberId()::equals).isPresent();
    }
}
