package quartier.catalog.question;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a member is to the project that is asked about. */
public interface Asked {

    enum Standing {
        /** There is no such project, or none that this reader may know of. */
        UNKNOWN,
        READER,
        TEAM,
        /** The staff of its territory, who take away what does not belong there. */
        STAFF
    }

    /**
     * @param member empty for whoever reads without signing in
     * @param worksFor whether the reader is staff of one of the territories of a path, from the root downward
     */
    Standing standing(String project, Optional<String> member, Predicate<List<String>> worksFor);

    /** @param carriers the members of its team, its owner among them */
    record Page(String slug, String title, Set<String> carriers) {
        public Page {
            carriers = Set.copyOf(carriers);
        }
    }

    /** @throws java.util.NoSuchElementException when there is no such project, which no question is about */
    Page page(String project);
}
