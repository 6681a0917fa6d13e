package quartier.pledge.receipt.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quartier.pledge.receipt.Address;
import quartier.pledge.receipt.Body;

/** A body as the operator sees it. */
record BodyJson(
        String id,
        String name,
        @Nullable String siren,
        @Nullable String rna,
        AddressJson address,
        String kind,
        String purpose,
        String regime,
        MandateJson mandate,
        SignatoryJson signatory,
        List<String> agents) {

    record AddressJson(String street, String postalCode, String city, String country) {}

    record MandateJson(
            String reference,
            LocalDate signedOn,
            LocalDate from,
            @Nullable LocalDate until) {}

    record SignatoryJson(String name, String role) {}

    /** As everybody may see it: whom a campaign's money is for, and whether there are tax receipts. */
    record Beneficiary(String campaign, String body, String name, String registration, String regime) {

        static Beneficiary of(String campaign, Body body) {
            return new Beneficiary(campaign, body.id(), body.name(), body.registration(), code(body.regime()));
        }
    }

    static BodyJson of(Body body) {
        Address address = body.address();
        Body.Mandate mandate = body.mandate();
        return new BodyJson(
                body.id(),
                body.name(),
                body.siren(),
                body.rna(),
                new AddressJson(address.street(), address.postalCode(), address.city(), address.country()),
                code(body.kind()),
                body.purpose(),
                code(body.regime()),
                new MandateJson(mandate.reference(), mandate.signedOn(), mandate.from(), mandate.until()),
                new SignatoryJson(body.signatory().name(), body.signatory().role()),
                body.agents().stream().sorted().toList());
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
