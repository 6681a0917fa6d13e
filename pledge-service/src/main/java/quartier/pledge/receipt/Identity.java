package quartier.pledge.receipt;

/** Who gave, as a tax receipt has to name them. Kept apart from everything that is public, and never logged. */
public sealed interface Identity {

    Address address();

    record Person(String firstName, String lastName, Address address) implements Identity {
        @Override
        public String toString() {
            return "Person[]";
        }
    }

    /**
     * @param legalForm as registered, for example {@code SARL}
     * @param siren nine digits
     */
    record Company(String name, String legalForm, String siren, Address address) implements Identity {
        @Override
        public String toString() {
            return "Company[]";
        }
    }

    /** Whether this is what a receipt for such a giver has to name. */
    default boolean fits(Gift.Giver giver) {
        return switch (this) {
            case Person person -> giver == Gift.Giver.PERSON;
            case Company company -> giver == Gift.Giver.COMPANY;
        };
    }
}
