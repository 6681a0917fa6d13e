package quartier.inkind.need;

/** Why something was refused. */
public sealed interface Rejection {

    /** The project is suspended or has ended. */
    record NeedClosed() implements Rejection {}

    /** As much as was asked for has been accepted. */
    record NeedFilled() implements Rejection {}

    record OwnNeed() implements Rejection {}

    /** @param left what is not yet taken of the need */
    record MoreThanLeft(int left) implements Rejection {}

    /** The member already has an offer on this need that waits for an answer. */
    record AnswerPending() implements Rejection {}

    /** @param most how many offers one need keeps */
    record TooManyOffers(int most) implements Rejection {}

    record KeyReused() implements Rejection {}

    record NoSuchOffer() implements Rejection {}

    /** Only the owner of the project, or only the member who made the offer, may do this. */
    record NotYours() implements Rejection {}

    /** The step is not legal from the state that the offer is in. */
    record WrongState() implements Rejection {}
}
