package quartier.pledge.escrow;

/**
 * The slice of a sponsor's fund that completes this campaign's pledges.
 *
 * @param grantedMinorUnits all that was ever put at its disposal
 * @param releasedMinorUnits of that, what went back to the fund
 * @param matchedMinorUnits of that, what stands beside pledges now
 * @param open whether it matches further pledges
 */
public record Allowance(
        String id,
        String fund,
        MatchRule rule,
        long grantedMinorUnits,
        long releasedMinorUnits,
        long matchedMinorUnits,
        boolean open) {

    public long leftMinorUnits() {
        return grantedMinorUnits - releasedMinorUnits - matchedMinorUnits;
    }

    Allowance granted(long added) {
        return new Allowance(
                id, fund, rule, Math.addExact(grantedMinorUnits, added), releasedMinorUnits, matchedMinorUnits, open);
    }

    Allowance released(long amount) {
        return new Allowance(
                id, fund, rule, grantedMinorUnits, Math.addExact(releasedMinorUnits, amount), matchedMinorUnits, open);
    }

    Allowance matched(long change) {
        return new Allowance(
                id, fund, rule, grantedMinorUnits, releasedMinorUnits, Math.addExact(matchedMinorUnits, change), open);
    }

    Allowance closed() {
        return new Allowance(id, fund, rule, grantedMinorUnits, releasedMinorUnits, matchedMinorUnits, false);
    }
}
