package quartier.catalog.project.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.catalog.project.Box;
import quartier.catalog.project.Cluster;
import quartier.catalog.project.Cursor;
import quartier.catalog.project.Discovery;
import quartier.catalog.project.Facets;
import quartier.catalog.project.IndexSource;
import quartier.catalog.project.Page;
import quartier.catalog.project.Project;
import quartier.catalog.project.Search;

/** Finds projects in this replica's index and reads how they stand from the store. */
@Component
final class LuceneDiscovery implements Discovery {

    private record Hits(
            List<String> ids,
            @Nullable Cursor next,
            @Nullable Facets facets) {}

    private final LuceneIndex index;
    private final IndexSource projects;

    LuceneDiscovery(LuceneIndex index, IndexSource projects) {
        this.index = index;
        this.projects = projects;
    }

    @Override
    public Page list(Search search) {
        Hits hits = index.read(searcher -> hits(searcher, search));
        return new Page(read(hits.ids()), hits.next(), hits.facets());
    }

    @Override
    public List<Project> related(Project project, int most) {
        return read(index.read(searcher -> {
            TopDocs found = searcher.search(Alike.to(project), most);
            return ids(searcher, Stream.of(found.scoreDocs).toList());
        }));
    }

    @Override
    public List<Cluster> clusters(Search search, int columns, int rows) {
        Box box = Objects.requireNonNull(search.box(), "a map shows a part of the world");
        return index.read(searcher ->
                new ClusterGrid(box, columns, rows).of(searcher, Asked.query(search, words(searcher, search))));
    }

    private static Hits hits(ProjectSearcher searcher, Search search) throws IOException {
        Query words = words(searcher, search);
        // Without a threshold for counting, what cannot come to the page any more is passed over.
        var best = new TopFieldCollectorManager(
                Asked.sort(search), search.limit() + 1, Asked.after(search.sort(), search.cursor()), 1);
        List<ScoreDoc> found = Stream.of(searcher.search(Asked.query(search, words), best).scoreDocs)
                .toList();
        boolean more = found.size() > search.limit();
        List<ScoreDoc> page = more ? found.subList(0, search.limit()) : found;
        return new Hits(
                ids(searcher, page),
                more ? Asked.cursor(search.sort(), (FieldDoc) page.getLast()) : null,
                search.facets() ? new Counting(searcher, search, words).facets() : null);
    }

    /** Typos are looked for only where the words as they stand find nothing. */
    private static @Nullable Query words(IndexSearcher searcher, Search search) throws IOException {
        String text = search.text();
        if (text == null) {
            return null;
        }
        Query exact = Words.exact(text);
        return searcher.count(exact) > 0 ? exact : Words.withTypos(text);
    }

    private static List<String> ids(IndexSearcher searcher, List<ScoreDoc> found) throws IOException {
        var stored = searcher.storedFields();
        List<String> ids = new ArrayList<>();
        for (ScoreDoc one : found) {
            ids.add(Objects.requireNonNull(stored.document(one.doc).get(ProjectDocument.ID)));
        }
        return ids;
    }

    private List<Project> read(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Project> found =
                projects.findAll(ids).stream().collect(Collectors.toMap(Project::id, Function.identity()));
        return ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
    }
}
