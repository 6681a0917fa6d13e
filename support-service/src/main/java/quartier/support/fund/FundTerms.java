package quartier.support.fund;

/**
 * What a fund is for, unchanged for all its life.
 *
 * @param budgetMinorUnits all that it will ever give
 * @param currency ISO 4217
 * @param instrument needed from public bodies
 */
public record FundTerms(
        String name, long budgetMinorUnits, String currency, MatchRule rule, Scope scope, Instrument instrument) {

    public FundTerms {
        if (budgetMinorUnits <= 0) {
            throw new IllegalArgumentException("A budget is of more than " + budgetMinorUnits);
        }
    }
}
