package quartier.pledge.escrow;

/**
 * The sums of a campaign in minor units, kept with each event so that nothing is added up when it is asked.
 *
 * @param held set aside by holds
 * @param collected confirmed and not cancelled
 * @param fees what the provider kept of {@code collected}
 * @param received all that ever came in from backers, strays too
 * @param owed refunds that are due or failed
 * @param refunded refunds that are done
 * @param matched what sponsors added, beside {@code collected}
 * @param chargedBack what payers' banks took out of the escrow
 * @param offline what of {@code collected} came as cash
 */
public record Totals(
        long held,
        long collected,
        long fees,
        long received,
        long owed,
        long refunded,
        int refunds,
        long matched,
        long chargedBack,
        long offline) {

    static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** What counts for the goal. */
    public long raised() {
        return Math.addExact(collected, matched);
    }

    Totals hold(long amount) {
        return new Totals(
                Math.addExact(held, amount),
                collected,
                fees,
                received,
                owed,
                refunded,
                refunds,
                matched,
                chargedBack,
                offline);
    }

    Totals confirm(long amount, long fee, boolean cash) {
        return new Totals(
                held - amount,
                Math.addExact(collected, amount),
                Math.addExact(fees, fee),
                Math.addExact(received, amount),
                owed,
                refunded,
                refunds,
                matched,
                chargedBack,
                cash ? offline + amount : offline);
    }

    /** Money that had counted before counts again. */
    Totals restore(long amount, long fee) {
        return new Totals(
                held,
                Math.addExact(collected, amount),
                Math.addExact(fees, fee),
                received,
                owed,
                refunded,
                refunds,
                matched,
                chargedBack,
                offline);
    }

    Totals stray(long amount) {
        return new Totals(
                held,
                collected,
                fees,
                Math.addExact(received, amount),
                owed,
                refunded,
                refunds,
                matched,
                chargedBack,
                offline);
    }

    Totals withdraw(long amount, long fee, boolean cash) {
        return new Totals(
                held,
                collected - amount,
                fees - fee,
                received,
                owed,
                refunded,
                refunds,
                matched,
                chargedBack,
                cash ? offline - amount : offline);
    }

    Totals owe(long amount) {
        return new Totals(
                held,
                collected,
                fees,
                received,
                Math.addExact(owed, amount),
                refunded,
                refunds,
                matched,
                chargedBack,
                offline);
    }

    Totals giveBack(long amount) {
        return new Totals(
                held,
                collected,
                fees,
                received,
                owed - amount,
                Math.addExact(refunded, amount),
                refunds + 1,
                matched,
                chargedBack,
                offline);
    }

    Totals match(long amount) {
        return new Totals(
                held,
                collected,
                fees,
                received,
                owed,
                refunded,
                refunds,
                Math.addExact(matched, amount),
                chargedBack,
                offline);
    }

    /** @param amount negative when a bank gives the money back */
    Totals chargeBack(long amount) {
        return new Totals(
                held,
                collected,
                fees,
                received,
                owed,
                refunded,
                refunds,
                matched,
                Math.addExact(chargedBack, amount),
                offline);
    }
}
