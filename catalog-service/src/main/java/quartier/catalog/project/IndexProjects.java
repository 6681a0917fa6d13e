package quartier.catalog.project;

import java.util.Collection;

/** Keeps this replica's index, and its sums, equal to the store. */
public final class IndexProjects {

    private final IndexSource projects;
    private final ProjectIndex index;
    private final SumFigures figures;

    public IndexProjects(IndexSource projects, ProjectIndex index, SumFigures figures) {
        this.projects = projects;
        this.index = index;
        this.figures = figures;
    }

    public void rebuild() {
        index.rebuild(reader -> projects.forEachPublic(project -> {
            reader.accept(project);
            figures.put(project);
        }));
    }

    /** Reads what is said to have changed: a word that comes late, twice or in another order does no harm. */
    public void refresh(Collection<String> ids) {
        projects.findAll(ids).forEach(project -> {
            index.put(project);
            figures.put(project);
        });
    }

    public ProjectIndex.Contents contents() {
        return index.contents();
    }
}
