package quartier.support.fund;

import java.time.Instant;

/**
 * The slice of a fund that is reserved for one campaign. Amounts are minor units of the fund's currency.
 *
 * @param sliceMinorUnits what the agent reserved, and by how much it is topped up
 * @param grantedMinorUnits all that was ever put at the campaign's disposal; it only grows
 * @param matchedMinorUnits of that, what stands beside pledges, as the campaign said last
 * @param heard the sequence of what the campaign said last, 0 before it said anything
 */
public record Allowance(
        String id,
        String campaign,
        String campaignSlug,
        String campaignTitle,
        long sliceMinorUnits,
        long grantedMinorUnits,
        long matchedMinorUnits,
        AllowanceState state,
        Instant reservedAt,
        long heard) {

    public Allowance {
        if (sliceMinorUnits <= 0 || matchedMinorUnits < 0 || matchedMinorUnits > grantedMinorUnits) {
            throw new IllegalArgumentException(
                    "0 <= matched <= granted does not hold for " + matchedMinorUnits + " of " + grantedMinorUnits);
        }
    }

    public boolean isOpen() {
        return state == AllowanceState.OPEN;
    }

    /** What is the campaign's, and so nobody else's. */
    public long committedMinorUnits() {
        return state == AllowanceState.RELEASED ? matchedMinorUnits : grantedMinorUnits;
    }

    public long leftMinorUnits() {
        return committedMinorUnits() - matchedMinorUnits;
    }

    /** Whether so little of its slice is left that it wants another. */
    boolean runsLow(int belowPercent) {
        return isOpen()
                && Math.multiplyExact(leftMinorUnits(), 100L) < Math.multiplyExact(sliceMinorUnits, belowPercent);
    }

    Allowance grant(long slice, long more) {
        return new Allowance(
                id,
                campaign,
                campaignSlug,
                campaignTitle,
                slice,
                Math.addExact(grantedMinorUnits, more),
                matchedMinorUnits,
                state,
                reservedAt,
                heard);
    }

    Allowance close() {
        return with(matchedMinorUnits, AllowanceState.CLOSING, heard);
    }

    /** What was released stays so: a campaign gives back once. */
    Allowance hear(MatchReport report) {
        boolean released = report.released() || state == AllowanceState.RELEASED;
        return with(report.matchedMinorUnits(), released ? AllowanceState.RELEASED : state, report.sequence());
    }

    /** Its campaign is over: what it did not use by now it never will, also where it never heard of it. */
    Allowance release() {
        return with(matchedMinorUnits, AllowanceState.RELEASED, heard);
    }

    private Allowance with(long matched, AllowanceState next, long sequence) {
        return new Allowance(
                id,
                campaign,
                campaignSlug,
                campaignTitle,
                sliceMinorUnits,
                grantedMinorUnits,
                matched,
                next,
                reservedAt,
                sequence);
    }
}
