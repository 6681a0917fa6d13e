package quartier.support.supporter;

import java.util.Optional;

/** A member registers an organisation; the operator decides later whether it may act. */
public final class RegisterSupporter {

    private final Supporters supporters;

    public RegisterSupporter(Supporters supporters) {
        this.supporters = supporters;
    }

    public Registration register(Supporter wanted) {
        Optional<Supporter> before = supporters.registeredAs(wanted.registration());
        if (before.isPresent()) {
            return same(before.get(), wanted);
        }
        if (supporters.add(wanted)) {
            return new Registration.Registered(wanted);
        }
        // Taken between the two steps: by the same request, or by another organisation.
        return supporters
                .registeredAs(wanted.registration())
                .map(found -> same(found, wanted))
                .orElseGet(() -> new Registration.IdTaken(wanted.id()));
    }

    private static Registration same(Supporter before, Supporter wanted) {
        return before.fingerprint().equals(wanted.fingerprint())
                ? new Registration.Registered(before)
                : new Registration.KeyReused();
    }
}
