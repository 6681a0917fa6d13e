package quartier.catalog.project;

/**
 * What a territory asks of projects beside amounts and durations.
 *
 * @param symbolicPercent the most that a reward may be worth, in percent of its amount; 100 where any worth will do
 * @param needsRequired whether something other than money has to be asked for too
 */
public record Rails(boolean rewardsRequired, int symbolicPercent, boolean needsRequired) {}
