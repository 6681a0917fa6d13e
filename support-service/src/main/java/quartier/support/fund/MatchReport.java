package quartier.support.fund;

/**
 * What a campaign says of an allowance.
 *
 * @param released nothing more will be matched, and what was not used is the fund's again
 * @param sequence of the campaign's event; what is not newer is old news
 */
public record MatchReport(
        String fund, String allowance, long matchedMinorUnits, String currency, boolean released, long sequence) {}
