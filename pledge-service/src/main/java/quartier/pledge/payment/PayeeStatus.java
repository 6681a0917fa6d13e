package quartier.pledge.payment;

import java.util.Locale;

/** How far the provider's check of a payee's identity is. */
public enum PayeeStatus {
    /** Something is missing that the payee has to give. */
    UNVERIFIED,
    /** The provider has all that it asked for, and checks it. */
    PENDING,
    VERIFIED,
    REJECTED;

    /** Stable, for JSON and events. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
