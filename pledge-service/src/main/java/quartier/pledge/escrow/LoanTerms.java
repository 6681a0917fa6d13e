package quartier.pledge.escrow;

/**
 * How interest-free loans to a campaign are repaid, frozen at its launch.
 *
 * @param perLenderMinorUnits the most that one lender may lend to the project; by law 5,000 € (Code monétaire et
 *     financier, D. 548-1)
 * @param graceMonths between the verdict and the first month that has an instalment
 * @param instalments monthly, as equal as whole minor units allow
 */
public record LoanTerms(long perLenderMinorUnits, int graceMonths, int instalments) {
    public LoanTerms {
        if (perLenderMinorUnits <= 0 || graceMonths < 0 || instalments < 1 || instalments > 84) {
            throw new IllegalArgumentException("a loan has a positive limit and 1 to 84 monthly instalments");
        }
    }
}
