package quartier.pledge.escrow;

import java.time.Instant;
import java.util.List;

/**
 * A pledge in one of its states. Whether its money went back is told by the {@link Refund}s of its payments: a pledge to
 * a campaign that failed stays confirmed, because it counted, and is refunded.
 */
public sealed interface Pledge {

    Promise promise();

    /** The payments that came for it. */
    default List<Paid> paid() {
        return List.of();
    }

    /** Money and stock are set aside until a payment's outcome is known. */
    sealed interface Waiting extends Pledge {

        /** The payment that is waited for. */
        String payment();

        /** How much is set aside. */
        long waitsForMinorUnits();

        /** When the hold may expire, if the provider knows of no payment. */
        Instant holdUntil();

        /** The provider has not said yes or no: the hold does not expire before the limit of closing. */
        boolean paymentUnknown();

        Waiting unknown();
    }

    record Held(Promise promise, Instant holdUntil, boolean paymentUnknown) implements Waiting {
        @Override
        public String payment() {
            return promise.payment();
        }

        @Override
        public long waitsForMinorUnits() {
            return promise.amountMinorUnits();
        }

        @Override
        public Held unknown() {
            return new Held(promise, holdUntil, true);
        }
    }

    record Confirmed(Promise promise, Instant confirmedAt, List<Paid> paid) implements Pledge {
        public Confirmed {
            paid = List.copyOf(paid);
        }

        long feeMinorUnits() {
            return paid.stream().mapToLong(Paid::feeMinorUnits).sum();
        }
    }

    /**
     * A confirmed pledge whose increase is being paid; it counts as before until then.
     *
     * @param wanted the promise that it becomes
     * @param payment of the difference
     */
    record Changing(Confirmed before, Promise wanted, String payment, Instant holdUntil, boolean paymentUnknown)
            implements Waiting {
        @Override
        public Promise promise() {
            return before.promise();
        }

        @Override
        public List<Paid> paid() {
            return before.paid();
        }

        @Override
        public long waitsForMinorUnits() {
            return wanted.amountMinorUnits() - before.promise().amountMinorUnits();
        }

        @Override
        public Changing unknown() {
            return new Changing(before, wanted, payment, holdUntil, true);
        }
    }

    record Declined(Promise promise, String reason) implements Pledge {}

    record Expired(Promise promise) implements Pledge {}

    /** By its backer, by a reviewer, or with its campaign before it was paid. */
    record Cancelled(Promise promise, Instant cancelledAt, List<Paid> paid) implements Pledge {
        public Cancelled {
            paid = List.copyOf(paid);
        }
    }

    /** Its payer's bank took the money back before the verdict. */
    record Disputed(Promise promise, String dispute, Instant confirmedAt, List<Paid> paid) implements Pledge {
        public Disputed {
            paid = List.copyOf(paid);
        }
    }
}
