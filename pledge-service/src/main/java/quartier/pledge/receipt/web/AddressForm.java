package quartier.pledge.receipt.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.platform.web.Problem.Field;
import quartier.pledge.receipt.Address;

/** An address in a request's body, as it comes; a country that is missing is France. */
record AddressForm(
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String country) {

    private static final String HOME = "France";

    /** @param path of this form in the body, for the fields that are wrong */
    static Address validated(@Nullable AddressForm form, String path, List<Field> wrong) {
        if (form == null) {
            wrong.add(Field.of(path, "required"));
            return new Address("", "", "", HOME);
        }
        return new Address(
                Texts.required(form.street, path + ".street", wrong),
                Texts.required(form.postalCode, path + ".postalCode", wrong),
                Texts.required(form.city, path + ".city", wrong),
                form.country == null || form.country.isBlank()
                        ? HOME
                        : Texts.required(form.country, path + ".country", wrong));
    }
}
