package quartier.catalog.delivery;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a backer tells the team for the delivery: personal data, sealed, and erased by {@link Retention}.
 *
 * @param tier for which it was told; another tier asks other things
 * @param choices by the survey's question
 */
public record Details(
        String tier, Map<String, String> choices, @Nullable Address address) {

    public Details {
        choices = Map.copyOf(choices);
    }

    public record Address(String name, String street, String postcode, String city, String country) {}

    @Override
    public String toString() {
        return "Details[…]";
    }
}
