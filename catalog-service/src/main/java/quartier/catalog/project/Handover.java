package quartier.catalog.project;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a reward comes to its backer. */
public enum Handover {
    /** By post: the backer gives an address. */
    SHIPPING,
    /** The backer fetches it. */
    PICKUP,
    /** It happens there and then, such as a meal. */
    ON_SITE,
    /** By mail or on a page. */
    ONLINE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Handover> named(@Nullable String id) {
        return Arrays.stream(values()).filter(way -> way.id().equals(id)).findFirst();
    }
}
