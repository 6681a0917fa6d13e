package quartier.pledge.escrow;

/** A pledge that was refused, remembered to answer its repetition. */
public record Refusal(String fingerprint, Rejection reason) {}
