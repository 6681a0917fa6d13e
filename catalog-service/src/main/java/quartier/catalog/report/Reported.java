package quartier.catalog.report;

import java.util.List;
import java.util.Optional;

/** The projects that everybody can see, as far as a report needs to know them. */
public interface Reported {

    record Page(String id, String slug, String title, List<String> territoryPath) {
        public Page {
            territoryPath = List.copyOf(territoryPath);
        }
    }

    Optional<Page> find(String project);
}
