package quartier.catalog.call;

/**
 * What the jury looks at.
 *
 * @param id for the scores, unique in its call
 * @param weightPercent the weights of a call's criteria come to 100
 */
public record Criterion(String id, Words label, int weightPercent) {}
