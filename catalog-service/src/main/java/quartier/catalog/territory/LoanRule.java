package quartier.catalog.territory;

/**
 * How residents may lend to projects without interest. A territory whose policy has none takes no loans.
 *
 * @param perLenderMinorUnits the most that one lender may lend to one project
 * @param graceMonths between the verdict and the first month that has an instalment
 * @param instalments monthly
 */
public record LoanRule(long perLenderMinorUnits, int graceMonths, int instalments) {

    /** 5,000 € for each lender and project (Code monétaire et financier, art. D. 548-1, as of 2026). */
    static final long LEGAL_LIMIT_MINOR_UNITS = 5_000_00;

    /** Loans last seven years at most (the same article). */
    static final int LONGEST_MONTHS = 84;
}
