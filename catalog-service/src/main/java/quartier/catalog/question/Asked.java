package quartier.catalog.question;

import java.util.List;
import java.util.Optional;
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
}
