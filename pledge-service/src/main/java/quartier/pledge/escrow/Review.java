package quartier.pledge.escrow;

import java.time.Instant;
import java.util.List;

/**
 * A pledge that somebody has to look at before the verdict.
 *
 * @param reasons stable codes of the rules that ask for it
 */
public record Review(String pledge, List<String> reasons, Instant since) {
    public Review {
        reasons = List.copyOf(reasons);
    }
}
