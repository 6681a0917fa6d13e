package quartier.inkind.need;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next where the next page begins, or null on the last */
public record NeedPage(List<Need> needs, @Nullable NeedCursor next) {
    public NeedPage {
        needs = List.copyOf(needs);
    }
}
