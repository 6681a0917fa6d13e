package quartier.catalog.project;

/**
 * @param amount in whole minor units (cents); what a person typed may be zero or negative until the rules have seen it
 * @param currency ISO 4217, for example {@code EUR}
 */
public record Money(long amount, String currency) {}
