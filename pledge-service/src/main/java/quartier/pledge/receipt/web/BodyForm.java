package quartier.pledge.receipt.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quartier.platform.web.Problem;
import quartier.platform.web.Problem.Field;
import quartier.pledge.receipt.Body;
import quartier.pledge.receipt.Siren;

/** A body with a mandate, as the operator's request says it. */
record BodyForm(
        @Nullable String name,
        @Nullable String siren,
        @Nullable String rna,
        @Nullable AddressForm address,
        @Nullable String kind,
        @Nullable String purpose,
        @Nullable String regime,
        @Nullable MandateForm mandate,
        @Nullable SignatoryForm signatory,
        @Nullable Set<String> agents) {

    private static final int MOST_AGENTS = 50;

    record MandateForm(
            @Nullable String reference,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    record SignatoryForm(@Nullable String name, @Nullable String role) {}

    /** @throws Problem 422 that names every field that is wrong */
    Body validated(String id, long version) {
        List<Field> wrong = new ArrayList<>();
        if ((siren == null && rna == null) || (siren != null && !Siren.isValid(siren))) {
            wrong.add(Field.of("siren", "siren"));
        }
        if (rna != null && !rna.matches("W[0-9A-Z]{9}")) {
            wrong.add(Field.of("rna", "rna"));
        }
        if (agents != null && agents.size() > MOST_AGENTS) {
            wrong.add(Field.of("agents", "too-long"));
        }
        String validName = Texts.required(name, "name", wrong);
        var validAddress = AddressForm.validated(address, "address", wrong);
        Body.Kind validKind = one(Body.Kind.class, kind, "kind", wrong);
        String validPurpose = Texts.required(purpose, "purpose", wrong);
        Body.Regime validRegime = one(Body.Regime.class, regime, "regime", wrong);
        Body.Mandate validMandate = mandate(wrong);
        Body.Signatory validSignatory = signatory(wrong);
        if (!wrong.isEmpty() || validKind == null || validRegime == null || validMandate == null) {
            throw Problem.ofFields(wrong);
        }
        return new Body(
                id,
                version,
                validName,
                siren,
                rna,
                validAddress,
                validKind,
                validPurpose,
                validRegime,
                validMandate,
                validSignatory,
                agents == null ? Set.of() : agents);
    }

    private Body.@Nullable Mandate mandate(List<Field> wrong) {
        if (mandate == null || mandate.signedOn == null || mandate.from == null) {
            wrong.add(Field.of("mandate", "required"));
            return null;
        }
        if (mandate.until != null && mandate.until.isBefore(mandate.from)) {
            wrong.add(Field.of("mandate.until", "after-from"));
        }
        return new Body.Mandate(
                Texts.required(mandate.reference, "mandate.reference", wrong),
                mandate.signedOn,
                mandate.from,
                mandate.until);
    }

    private Body.Signatory signatory(List<Field> wrong) {
        return new Body.Signatory(
                Texts.required(signatory == null ? null : signatory.name, "signatory.name", wrong),
                Texts.required(signatory == null ? null : signatory.role, "signatory.role", wrong));
    }

    private static <E extends Enum<E>> @Nullable E one(
            Class<E> type, @Nullable String code, String path, List<Field> wrong) {
        for (E value : type.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(code)) {
                return value;
            }
        }
        wrong.add(Field.of(path, "one-of"));
        return null;
    }
}
