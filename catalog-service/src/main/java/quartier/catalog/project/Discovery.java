package quartier.catalog.project;

import java.util.List;

/**
 * Finds public projects. The index says which ones and in what order, and may be behind by a moment; how they stand is
 * read from where they are kept.
 */
public interface Discovery {

    /** One page of those that match. */
    Page list(Search search);

    /** Those that are most like this one, the most alike first. */
    List<Project> related(Project project, int most);

    /** Those that match and have a place, in at most {@code columns} times {@code rows} heaps. */
    List<Cluster> clusters(Search search, int columns, int rows);
}
