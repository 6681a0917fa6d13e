package quartier.catalog.territory;

/**
 * What a territory asks of projects beside amounts and durations.
 *
 * @param rewardsRequired whether a project offers one reward at least
 * @param symbolicPercent the most that a reward may be worth, in percent of the amount that it is given for; 100 where
 *     any worth will do
 * @param needsRequired whether a project asks for something other than money too: coproduction, not mere fund-raising
 */
public record Rails(boolean rewardsRequired, int symbolicPercent, boolean needsRequired) {

    public static final Rails LOOSE = new Rails(false, 100, false);
}
