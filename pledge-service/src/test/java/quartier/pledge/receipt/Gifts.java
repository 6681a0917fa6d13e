package quartier.pledge.receipt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The usual gift, body and rules of these tests. */
final class Gifts {

    static final Instant PAID_AT = Instant.parse("2026-11-24T10:00:00Z");
    static final Instant NOW = Instant.parse("2027-01-15T10:00:00Z");
    static final Address ADDRESS = new Address("3 rue de la Paix", "69001", "Lyon", "France");
    static final Identity PERSON = new Identity.Person("Rémi", "Martin", ADDRESS);
    static final Identity COMPANY = new Identity.Company("Froid du Rhône", "SARL", "732829320", ADDRESS);
    static final Gift.Standing RELEASED = new Gift.Standing.Released(PAID_AT.plusSeconds(60));

    private Gifts() {}

    static Gift gift(long amount) {
        return gift(amount, null, RELEASED);
    }

    static Gift gift(long amount, Gift.@Nullable Reward reward, Gift.Standing standing) {
        return gift("p1", Gift.Kind.GIFT, Gift.Giver.PERSON, amount, reward, standing);
    }

    static Gift gift(
            String pledge,
            Gift.Kind kind,
            Gift.Giver giver,
            long amount,
            Gift.@Nullable Reward reward,
            Gift.Standing standing) {
        return new Gift(pledge, "c1", "m-remi", null, kind, giver, amount, "EUR", PAID_AT, reward, standing);
    }

    static Body body() {
        return new Body(
                "le-kfe",
                1,
                "Le Kfé",
                "732829320",
                null,
                ADDRESS,
                Body.Kind.GENERAL_INTEREST,
                "Un café de quartier",
                Body.Regime.GENERAL_INTEREST,
                new Body.Mandate("M-1", LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 5), null),
                new Body.Signatory("Alexis Roy", "président"),
                Set.of("m-alexis"));
    }

    static Optional<Body> someBody() {
        return Optional.of(body());
    }

    static FiscalCalendar calendar() {
        return new FiscalCalendar(List.of(rules("2021-01-01", 100_000), rules("2025-10-14", 200_000)));
    }

    static FiscalRules rules(String from, long difficultyCeiling) {
        return new FiscalRules(
                LocalDate.parse(from),
                "CGI",
                6600,
                7500,
                difficultyCeiling,
                6000,
                4000,
                200_000_000,
                2500,
                7300,
                "11580",
                "16216");
    }
}
