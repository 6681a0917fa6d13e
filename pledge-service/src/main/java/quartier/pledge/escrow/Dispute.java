package quartier.pledge.escrow;

import java.time.Instant;

/**
 * A payment that its payer contests at their bank, which takes the money back until it has decided.
 *
 * @param id the provider's
 * @param feeMinorUnits what the provider asks for it; the platform bears it
 * @param fromEscrow the escrow bears it, because the money was still the backer's; else {@code receivable:disputes}
 * @param setOffMinorUnits what of it, once lost, has ended debts to its payer and is receivable no more
 */
public record Dispute(
        String id,
        String pledge,
        String payment,
        long amountMinorUnits,
        long feeMinorUnits,
        boolean fromEscrow,
        State state,
        Instant openedAt,
        long setOffMinorUnits) {

    public enum State {
        OPEN,
        WON,
        LOST
    }

    Dispute in(State next) {
        return new Dispute(
                id, pledge, payment, amountMinorUnits, feeMinorUnits, fromEscrow, next, openedAt, setOffMinorUnits);
    }

    Dispute settingOff(long minorUnits) {
        return new Dispute(
                id,
                pledge,
                payment,
                amountMinorUnits,
                feeMinorUnits,
                fromEscrow,
                state,
                openedAt,
                Math.addExact(setOffMinorUnits, minorUnits));
    }

    /** The payer has this money, and the platform bears it so far. */
    boolean isBorneByThePlatform() {
        return state == State.LOST && !fromEscrow;
    }

    long leftMinorUnits() {
        return amountMinorUnits - setOffMinorUnits;
    }
}
