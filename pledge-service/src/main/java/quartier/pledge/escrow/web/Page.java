package quartier.pledge.escrow.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import quartier.platform.web.Problem;

/** @param next the cursor of what follows, or null at the end */
record Page<T>(List<T> items, @Nullable String next) {

    private static final int LONGEST = 100;
    private static final int USUAL = 20;

    /** How many items to give: 20 unless asked otherwise, 100 at most. */
    static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return USUAL;
        }
        if (asked < 1) {
            throw new Problem(HttpStatus.BAD_REQUEST, "malformed-request");
        }
        return Math.min(asked, LONGEST);
    }
}
