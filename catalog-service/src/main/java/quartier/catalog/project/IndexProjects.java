package quartier.catalog.project;

import java.util.Collection;

/** Keeps this replica's index equal to the store. */
public final class IndexProjects {

    private final IndexSource projects;
    private final ProjectIndex index;

    public IndexProjects(IndexSource projects, ProjectIndex index) {
        this.projects = projects;
        this.index = index;
    }

    public void rebuild() {
        index.rebuild(projects::forEachPublic);
    }

    /** Reads what is said to have changed: a word that comes late, twice or in another order does no harm. */
    public void refresh(Collection<String> ids) {
        projects.findAll(ids).forEach(index::put);
    }

    public ProjectIndex.Contents contents() {
        return index.contents();
    }
}
