package quartier.pledge.payee;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payee, to themselves.
 *
 * @param status {@code unregistered}, {@code unverified}, {@code pending}, {@code verified}, {@code rejected}
 * @param onboarding where the identity is checked, for somebody who goes there now; only in the answer to a
 *     registration
 */
record PayeeJson(
        String payee,
        String status,
        @Nullable String reason,
        @Nullable Instant registeredAt,
        @Nullable URI onboarding) {

    static PayeeJson of(Payee payee, @Nullable URI onboarding) {
        return new PayeeJson(payee.member(), payee.status().code(), payee.reason(), payee.registeredAt(), onboarding);
    }

    static PayeeJson unregistered(String member) {
        return new PayeeJson(member, "unregistered", null, null, null);
    }
}
