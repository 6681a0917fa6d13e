package quartier.pledge.escrow;

/**
 * The sums of a campaign in minor units, kept with each event so that nothing is added up when it is asked.
 *
 * @param held set aside by holds
 * @param collected confirmed and not cancelled
 * @param fees what the provider kept of {@code collected}
 * @param received all that ever came in, strays too
 * @param owed refunds that are due or failed
 * @param refunded refunds that are done
 */
public record Totals(long held, long collected, long fees, long received, long owed, long refunded, int refunds) {

    static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0);

    Totals hold(long amount) {
        return new Totals(Math.addExact(held, amount), collected, fees, received, owed, refunded, refunds);
    }

    Totals confirm(long amount, long fee) {
        return new Totals(
                held - amount,
                Math.addExact(collected, amount),
                Math.addExact(fees, fee),
                Math.addExact(received, amount),
                owed,
                refunded,
                refunds);
    }

    Totals stray(long amount) {
        return new Totals(held, collected, fees, Math.addExact(received, amount), owed, refunded, refunds);
    }

    Totals withdraw(long amount, long fee) {
        return new Totals(held, collected - amount, fees - fee, received, owed, refunded, refunds);
    }

    Totals owe(long amount) {
        return new Totals(held, collected, fees, received, Math.addExact(owed, amount), refunded, refunds);
    }

    Totals giveBack(long amount) {
        return new Totals(held, collected, fees, received, owed - amount, Math.addExact(refunded, amount), refunds + 1);
    }
}
