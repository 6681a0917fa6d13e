package quartier.catalog.contest;

import java.time.Instant;
import java.util.List;

/** How a call ended, as it was published: it no longer changes. Its id is the call's. */
public record Result(String id, String call, Instant publishedAt, List<Standing> standings, List<Award> awards)
        implements OfACall {

    public Result {
        standings = List.copyOf(standings);
        awards = List.copyOf(awards);
    }

    boolean isOf(List<Award> same) {
        return awards.equals(same);
    }
}
