package quartier.pledge.receipt.web;

/**
 * Money as it stands in JSON.
 *
 * @param amount whole minor units
 * @param currency ISO 4217
 */
record MoneyJson(long amount, String currency) {}
