package quartier.gateway.pledge;

import org.jspecify.annotations.Nullable;

/**
 * How far the check of the member's own identity is.
 *
 * @param status {@code unregistered}, {@code unverified}, {@code pending}, {@code verified}, {@code rejected}
 * @param onboarding where it is checked; only in the answer to a registration
 */
public record Payee(String status, @Nullable String onboarding) {

    public boolean isVerified() {
        return status.equals("verified");
    }
}
