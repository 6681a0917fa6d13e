package quartier.support.offer;

import org.jspecify.annotations.Nullable;

/**
 * What is offered.
 *
 * @param amount of a grant, and of nothing else: other help never counts as money
 * @param conditions shown to the owner before the answer
 */
public record Help(
        SupportKind kind,
        String title,
        @Nullable String description,
        @Nullable Euros amount,
        Instrument instrument,
        @Nullable String conditions) {

    public Help {
        if ((kind == SupportKind.GRANT) != (amount != null)) {
            throw new IllegalArgumentException("A grant has an amount, and only a grant");
        }
    }
}
