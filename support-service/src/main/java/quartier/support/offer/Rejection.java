package quartier.support.offer;

/** Why something was refused. */
public sealed interface Rejection {

    record RuleBroken(Rule rule) implements Rejection {}

    record ProjectUnknown() implements Rejection {}

    /** It is suspended, closing, over, or has failed. */
    record ProjectNotUnderWay() implements Rejection {}

    /** The organisation was suspended after it made the offer. */
    record SupporterNotApproved() implements Rejection {}

    record KeyReused() implements Rejection {}

    record NoSuchOffer() implements Rejection {}

    record NotYours() implements Rejection {}

    record WrongState() implements Rejection {}
}
