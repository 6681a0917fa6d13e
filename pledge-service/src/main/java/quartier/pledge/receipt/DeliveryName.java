package quartier.pledge.receipt;

import org.jspecify.annotations.Nullable;

/** How much of a backer's name the owner may know: what delivery needs, else what everybody may see. */
public final class DeliveryName {

    private DeliveryName() {}

    /** What a backer allowed to be seen. */
    public enum Shown {
        NAME,
        FIRST_NAME,
        ANONYMOUS
    }

    /**
     * @param full the whole name; null when it is not known
     * @param organisation whether it is an organisation's, which has no first name
     * @param delivered whether the owner has something to hand over
     * @return null is anonymous
     */
    public static @Nullable String of(@Nullable String full, boolean organisation, Shown shown, boolean delivered) {
        if (full == null || full.isBlank()) {
            return null;
        }
        if (delivered) {
            return full.strip();
        }
        return switch (shown) {
            case NAME -> full.strip();
            case FIRST_NAME -> organisation ? full.strip() : full.strip().split("\\s+", 2)[0];
            case ANONYMOUS -> null;
        };
    }
}
