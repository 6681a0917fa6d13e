package quartier.support.web;

import java.util.List;
import quartier.platform.web.Problem;

/** How much one page holds. */
public final class Limits {

    public static final String DEFAULT = "20";
    private static final int MOST = 100;

    private Limits() {}

    public static int checked(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.ofFields(List.of(Problem.Field.of("limit", "limit-range", MOST)));
        }
        return limit;
    }
}
