package quartier.catalog.project;

import java.time.Instant;
import java.util.List;

/**
 * A call for projects, as far as a project that answers it needs to know it.
 *
 * @param territoryPath ids from the root of the tree to the call's territory
 * @param opensAt from then on projects may enter
 * @param closesAt from then on they no longer may
 */
public record AnsweredCall(String id, String territory, List<String> territoryPath, Instant opensAt, Instant closesAt) {

    public AnsweredCall {
        territoryPath = List.copyOf(territoryPath);
    }

    boolean isOpenAt(Instant now) {
        return !now.isBefore(opensAt) && now.isBefore(closesAt);
    }
}
