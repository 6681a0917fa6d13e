package quartier.inkind.need;

import java.time.Instant;

/**
 * An offer and how far it has come. Each state is a type of its own that has only the steps which are legal from it,
 * so that work can't be thanked for before it is done, nor a declined offer accepted.
 */
public sealed interface Commitment {

    Offer offer();

    /** Made, and not answered yet. */
    record Waiting(Offer offer) implements Withdrawable {

        Agreed accept(Instant at) {
            return new Agreed(offer, at);
        }

        Declined decline(String reason, Instant at) {
            return new Declined(offer, reason, at);
        }

        @Override
        public Withdrawn withdraw(Instant at) {
            return new Withdrawn(offer, at);
        }
    }

    /** Accepted by the owner: both sides count on it, and it takes its quantity of the need. */
    record Agreed(Offer offer, Instant agreedAt) implements Withdrawable, Taking {

        Done done(Instant at) {
            return new Done(offer, agreedAt, at);
        }

        @Override
        public Withdrawn withdraw(Instant at) {
            return new Withdrawn(offer, at);
        }
    }

    record Declined(Offer offer, String reason, Instant declinedAt) implements Commitment {}

    /** Taken back by its member; what it had taken of the need is free again. */
    record Withdrawn(Offer offer, Instant withdrawnAt) implements Commitment {}

    record Done(Offer offer, Instant agreedAt, Instant doneAt) implements Delivered {

        Thanked thank(String thanks, Instant at) {
            return new Thanked(offer, agreedAt, doneAt, thanks, at);
        }
    }

    record Thanked(Offer offer, Instant agreedAt, Instant doneAt, String thanks, Instant thankedAt)
            implements Delivered {}

    /** Still in its member's hands. */
    sealed interface Withdrawable extends Commitment permits Waiting, Agreed {
        Withdrawn withdraw(Instant at);
    }

    /** Takes its quantity of the need. */
    sealed interface Taking extends Commitment permits Agreed, Delivered {}

    /** Came true. */
    sealed interface Delivered extends Taking permits Done, Thanked {}
}
