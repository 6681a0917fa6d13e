package quartier.pledge.receipt;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A body of general interest that gave the platform a mandate to issue tax receipts in its name, as the operator
 * registered it.
 *
 * @param id short, stable, part of its receipts' numbers
 * @param version counts the changes; its ETag
 * @param siren or {@code rna}: at least one is known
 * @param rna the number of an association in its own register: W and nine digits
 * @param purpose what it is for, in its own words; stands on each receipt
 * @param agents members who may read its declarations
 */
public record Body(
        String id,
        long version,
        String name,
        @Nullable String siren,
        @Nullable String rna,
        Address address,
        Kind kind,
        String purpose,
        Regime regime,
        Mandate mandate,
        Signatory signatory,
        Set<String> agents) {

    /** What the form for receipts distinguishes. */
    public enum Kind {
        GENERAL_INTEREST,
        PUBLIC_UTILITY,
        ENDOWMENT_FUND,
        COMPANY_FOUNDATION
    }

    /** Which reduction a person's gift gives a right to. */
    public enum Regime {
        GENERAL_INTEREST,
        AID_TO_PEOPLE_IN_DIFFICULTY
    }

    /** @param until the last day on which gifts are covered; null while it runs */
    public record Mandate(
            String reference,
            LocalDate signedOn,
            LocalDate from,
            @Nullable LocalDate until) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    /** Who signs for the body. */
    public record Signatory(String name, String role) {}

    public Body {
        agents = Set.copyOf(agents);
        if (siren == null && rna == null) {
            throw new IllegalArgumentException("a body has a SIREN or an RNA number");
        }
    }

    /** The number that stands on its receipts: the SIREN where it has one. */
    public String registration() {
        return siren != null ? "SIREN " + siren : "RNA " + rna;
    }
}
