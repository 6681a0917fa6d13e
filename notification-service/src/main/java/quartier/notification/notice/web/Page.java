package quartier.notification.notice.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next where the following page begins; absent on the last one */
record Page<T>(List<T> items, @Nullable String next) {

    static final String DEFAULT_LIMIT = "20";
    private static final int LARGEST = 100;

    static int limit(int wanted) {
        return Math.clamp(wanted, 1, LARGEST);
    }
}
