package quartier.catalog.project;

/**
 * How residents may lend to a project without interest.
 *
 * @param perLenderMinorUnits the most that one lender may lend to the project
 * @param graceMonths between the verdict and the first month that has an instalment
 * @param instalments monthly
 */
public record LoanRule(long perLenderMinorUnits, int graceMonths, int instalments) {}
