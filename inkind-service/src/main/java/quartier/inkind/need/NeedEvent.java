package quartier.inkind.need;

/** What happened to a need. */
public sealed interface NeedEvent {

    record NeedPublished() implements NeedEvent {}

    record NeedAnswered(Offer offer) implements NeedEvent {}

    record NeedFilled() implements NeedEvent {}

    record CommitmentAgreed(Offer offer) implements NeedEvent {}

    record CommitmentDeclined(Offer offer) implements NeedEvent {}

    record CommitmentWithdrawn(Offer offer) implements NeedEvent {}

    record CommitmentDone(Offer offer) implements NeedEvent {}

    record CommitmentThanked(Offer offer) implements NeedEvent {}
}
