package quartier.catalog.project;

import java.time.Instant;
import java.util.List;

/**
 * Another territory supports the project too and shows it in its window. The project stays in its own territory, which
 * alone counts its money.
 *
 * @param territoryPath ids from the root of the tree to the supporting territory
 */
public record CoSupport(String territory, List<String> territoryPath, Instant since, String by) {

    public CoSupport {
        territoryPath = List.copyOf(territoryPath);
    }
}
