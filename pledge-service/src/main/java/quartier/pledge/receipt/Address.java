package quartier.pledge.receipt;

/** A postal address. */
public record Address(String street, String postalCode, String city, String country) {}
