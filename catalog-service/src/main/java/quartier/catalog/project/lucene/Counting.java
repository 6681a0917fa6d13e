package quartier.catalog.project.lucene;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import quartier.catalog.project.Facets;
import quartier.catalog.project.Facets.Count;
import quartier.catalog.project.Facets.Kind;
import quartier.catalog.project.Search;

/** Counts all that match a search by what one can choose from next. */
final class Counting {

    private final ProjectSearcher searcher;
    private final Search search;
    private final @Nullable Query words;

    Counting(ProjectSearcher searcher, Search search, @Nullable Query words) {
        this.searcher = searcher;
        this.search = search;
        this.words = words;
    }

    Facets facets() throws IOException {
        FacetsCollector found = collect(search);
        Map<Kind, List<Count>> counts = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            Search others = search.without(kind);
            counts.put(kind, counts(kind, isNarrowed(kind) ? collect(others) : found));
        }
        long total = found.getMatchingDocs().stream()
                .mapToLong(segment -> segment.totalHits())
                .sum();
        return new Facets(total, counts);
    }

    private boolean isNarrowed(Kind kind) {
        return switch (kind) {
            case THEME -> search.theme() != null;
            case DISTRICT -> search.district() != null;
            case STATE -> search.state() != null;
            case NEED_KIND -> search.needKind() != null;
            case PROGRESS -> search.progress() != null;
            case TERRITORY -> search.territory() != null;
        };
    }

    private FacetsCollector collect(Search wanted) throws IOException {
        return searcher.search(Asked.query(wanted, words), new FacetsCollectorManager());
    }

    private List<Count> counts(Kind kind, FacetsCollector found) throws IOException {
        String field = ProjectDocument.fieldOf(kind);
        FacetResult result =
                new StringValueFacetCounts(searcher.state(field), found).getTopChildren(Facets.MOST, field);
        return result == null
                ? List.of()
                : Stream.of(result.labelValues)
                        .map(value -> new Count(value.label, value.value.intValue()))
                        .toList();
    }
}
