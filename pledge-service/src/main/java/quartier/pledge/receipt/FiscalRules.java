package quartier.pledge.receipt;

import java.time.LocalDate;

/**
 * What the law says about gifts from a day on. Shares are in 1/10,000, amounts in euro cents.
 *
 * @param source the texts that say so
 * @param individualShare of a person's gift that is taken off their tax
 * @param difficultyShare the same for aid to people in difficulty, up to {@code difficultyCeiling} a year
 * @param companyShare of a company's gifts up to {@code companyThreshold} a year
 * @param companyShareAbove of what exceeds the threshold
 * @param rewardShare the most that a reward may be worth, of the gift
 * @param rewardMaximum the most that it may be worth at all
 * @param individualForm the number of the form for persons
 * @param companyForm the number of the form for companies
 */
public record FiscalRules(
        LocalDate from,
        String source,
        int individualShare,
        int difficultyShare,
        long difficultyCeiling,
        int companyShare,
        int companyShareAbove,
        long companyThreshold,
        int rewardShare,
        long rewardMaximum,
        String individualForm,
        String companyForm) {

    private static final long WHOLE = 10_000;

    /** The most that a reward may be worth, for the gift to stay one. */
    long mostForReward(long gift) {
        // Divided first: exact for every amount, and without overflow.
        long share = gift / WHOLE * rewardShare + gift % WHOLE * rewardShare / WHOLE;
        return Math.min(rewardMaximum, share);
    }

    String formFor(Gift.Giver giver) {
        return switch (giver) {
            case PERSON -> individualForm;
            case COMPANY -> companyForm;
        };
    }
}
