package quartier.pledge.receipt;

import java.time.LocalDate;

/** Why there is no tax receipt for a gift. */
public sealed interface Refusal {

    /** The money is not released: ask again after the payout. The only reason that time can take away. */
    record NotReleased() implements Refusal {}

    /** A loan is not a gift. */
    record ForLoan() implements Refusal {}

    record GivenBack() implements Refusal {}

    /** The project's beneficiary is no body of general interest with a mandate. */
    record WithoutMandate() implements Refusal {}

    /** The body's mandate did not cover that day. */
    record OutsideMandate(LocalDate gift) implements Refusal {}

    record WrongCurrency(String currency) implements Refusal {}

    /** The reward is worth more than the law allows, and the backer did not waive it. */
    record RewardTooLarge(long marketValueMinorUnits, long mostMinorUnits) implements Refusal {}

    /** The stable id of the rule, for people to look up. */
    default String rule() {
        return switch (this) {
            case NotReleased r -> "receipt-after-release";
            case ForLoan r -> "receipt-for-gifts-only";
            case GivenBack r -> "receipt-for-kept-gifts";
            case WithoutMandate r -> "receipt-by-mandate";
            case OutsideMandate r -> "receipt-by-mandate";
            case WrongCurrency r -> "receipt-in-euros";
            case RewardTooLarge r -> "receipt-reward-limits";
        };
    }
}
