package quartier.pledge.escrow.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import quartier.platform.web.Problem;

/** @param next the cursor of what follows, or null at the end */
public record Page<T>(List<T> items, @Nullable String next) {

    private static final int LONGEST = 100;
    private static final int USUAL = 20;

    /** A page's {@code next} that comes back; null asks for the first page. */
    static @Nullable String cursor(@Nullable String given) {
        if (given != null && !given.matches("\\d{1,15}_[\\w-]{1,100}")) {
            throw new Problem(HttpStatus.BAD_REQUEST, "malformed-request");
        }
        return given;
    }

    /** How many items to give: 20 unless asked otherwise, 100 at most. */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return USUAL;
        }
        if (asked < 1) {
            throw new Problem(HttpStatus.BAD_REQUEST, "malformed-request");
        }
        return Math.min(asked, LONGEST);
    }
}
