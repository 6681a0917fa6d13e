package quartier.pledge.receipt.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.platform.web.Problem;
import quartier.platform.web.Problem.Field;
import quartier.pledge.receipt.Identity;
import quartier.pledge.receipt.Siren;

/** Who gives, as it comes: a person or a company; neither is the one that was given before. */
record IdentityForm(@Nullable PersonForm person, @Nullable CompanyForm company) {

    record PersonForm(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable AddressForm address) {
        @Override
        public String toString() {
            return "PersonForm[]"; // never logged
        }
    }

    record CompanyForm(
            @Nullable String name,
            @Nullable String legalForm,
            @Nullable String siren,
            @Nullable AddressForm address) {
        @Override
        public String toString() {
            return "CompanyForm[]"; // never logged
        }
    }

    /** @throws Problem 422 that names every field that is wrong */
    @Nullable
    Identity validated() {
        List<Field> wrong = new ArrayList<>();
        Identity identity = person != null ? person(person, wrong) : company != null ? company(company, wrong) : null;
        if (person != null && company != null) {
            wrong.add(Field.of("company", "person-or-company"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.ofFields(wrong);
        }
        return identity;
    }

    private static Identity person(PersonForm form, List<Field> wrong) {
        return new Identity.Person(
                Texts.required(form.firstName, "person.firstName", wrong),
                Texts.required(form.lastName, "person.lastName", wrong),
                AddressForm.validated(form.address, "person.address", wrong));
    }

    private static Identity company(CompanyForm form, List<Field> wrong) {
        String siren = form.siren == null ? "" : form.siren.replaceAll("\\s", "");
        if (!Siren.isValid(siren)) {
            wrong.add(Field.of("company.siren", "siren"));
        }
        return new Identity.Company(
                Texts.required(form.name, "company.name", wrong),
                Texts.required(form.legalForm, "company.legalForm", wrong),
                siren,
                AddressForm.validated(form.address, "company.address", wrong));
    }
}
