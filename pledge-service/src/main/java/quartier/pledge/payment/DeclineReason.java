package quartier.pledge.payment;

import java.util.Locale;

/** Why a payment was refused, in the words that backers are told. */
public enum DeclineReason {
    CARD_DECLINED,
    INSUFFICIENT_FUNDS,
    AUTHENTICATION_REFUSED,
    INVALID_CARD,
    /** The backer left the provider's page without paying. */
    ABANDONED,
    /** Nothing was sent: the provider failed so often lately that it is being left alone for a while. */
    PROVIDER_UNAVAILABLE,
    /** The provider never heard of the payment: it was interrupted before it was asked. */
    NEVER_STARTED;

    /** Stable, for JSON: {@code insufficient_funds}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
