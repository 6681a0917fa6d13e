package quartier.pledge.receipt.web;

import org.springframework.http.HttpStatus;
import quartier.platform.web.Problem;
import quartier.pledge.receipt.Gift;
import quartier.pledge.receipt.Refusal;

/** How each refusal is told: 409 while waiting helps, 422 with the rule's id where it does not. */
final class RefusalProblems {

    private RefusalProblems() {}

    /** The document's {@code rule} is the one that was broken. */
    static Problem of(Refusal refusal) {
        return problem(refusal).with("rule", refusal.rule());
    }

    private static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotReleased r -> new Problem(HttpStatus.CONFLICT, "receipt-before-release");
            case Refusal.ForLoan r -> rule("receipt-for-loan");
            case Refusal.GivenBack r -> rule("receipt-nothing-given");
            case Refusal.WithoutMandate r -> rule("receipt-without-mandate");
            case Refusal.OutsideMandate r ->
                rule("receipt-outside-mandate").with("gift", r.gift().toString());
            case Refusal.WrongCurrency r -> rule("receipt-not-in-euros").with("currency", r.currency());
            case Refusal.RewardTooLarge r ->
                rule("receipt-reward-too-large")
                        .with("marketValue", r.marketValueMinorUnits())
                        .with("maximum", r.mostMinorUnits());
        };
    }

    static Problem identityNeeded(Gift.Giver giver) {
        return switch (giver) {
            case PERSON -> rule("receipt-identity-needed").with("needed", "person");
            case COMPANY -> rule("receipt-company-needed").with("needed", "company");
        };
    }

    private static Problem rule(String type) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, type);
    }
}
