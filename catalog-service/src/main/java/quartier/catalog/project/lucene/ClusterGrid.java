package quartier.catalog.project.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import quartier.catalog.project.Box;
import quartier.catalog.project.Cluster;

/** Gathers what stands in the same field of a grid over the box. */
final class ClusterGrid {

    private final Box box;
    private final int columns;
    private final int rows;
    private final Map<Integer, Heap> heaps = new TreeMap<>();

    /** What has been found in one field of the grid. */
    private static final class Heap {
        private int count;
        private double latitudes;
        private double longitudes;
        private double west = Double.MAX_VALUE;
        private double south = Double.MAX_VALUE;
        private double east = -Double.MAX_VALUE;
        private double north = -Double.MAX_VALUE;
        private int last;

        void add(double latitude, double longitude, int document) {
            count++;
            latitudes += latitude;
            longitudes += longitude;
            west = Math.min(west, longitude);
            east = Math.max(east, longitude);
            south = Math.min(south, latitude);
            north = Math.max(north, latitude);
            last = document;
        }
    }

    ClusterGrid(Box box, int columns, int rows) {
        this.box = box;
        this.columns = columns;
        this.rows = rows;
    }

    List<Cluster> of(IndexSearcher searcher, Query query) throws IOException {
        FacetsCollector found = searcher.search(query, new FacetsCollectorManager());
        for (FacetsCollector.MatchingDocs segment : found.getMatchingDocs()) {
            gather(segment);
        }
        java.util.ArrayList<Cluster> clusters = new java.util.ArrayList<>();
        for (Heap heap : heaps.values()) {
            clusters.add(cluster(searcher, heap));
        }
        return clusters;
    }

    private void gather(FacetsCollector.MatchingDocs segment) throws IOException {
        SortedNumericDocValues places =
                DocValues.getSortedNumeric(segment.context().reader(), ProjectDocument.AT);
        DocIdSetIterator documents = segment.bits().iterator();
        if (documents == null) {
            return;
        }
        for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
            if (places.advanceExact(doc)) {
                long place = places.nextValue();
                double latitude = GeoEncodingUtils.decodeLatitude((int) (place >> 32));
                double longitude = GeoEncodingUtils.decodeLongitude((int) place);
                heaps.computeIfAbsent(field(latitude, longitude), none -> new Heap())
                        .add(latitude, longitude, segment.context().docBase + doc);
            }
        }
    }

    private int field(double latitude, double longitude) {
        int column = within((longitude - box.west()) / (box.east() - box.west()), columns);
        int row = within((box.north() - latitude) / (box.north() - box.south()), rows);
        return row * columns + column;
    }

    private static int within(double part, int fields) {
        return Math.clamp((int) (part * fields), 0, fields - 1);
    }

    private static Cluster cluster(IndexSearcher searcher, Heap heap) throws IOException {
        return new Cluster(
                heap.count,
                heap.latitudes / heap.count,
                heap.longitudes / heap.count,
                new Cluster.Extent(heap.west, heap.south, heap.east, heap.north),
                heap.count == 1 ? pin(searcher, heap.last) : null);
    }

    private static Cluster.@Nullable Pin pin(IndexSearcher searcher, int document) throws IOException {
        Document stored = searcher.storedFields().document(document);
        return new Cluster.Pin(
                Objects.requireNonNull(stored.get(ProjectDocument.ID)),
                Objects.requireNonNull(stored.get(ProjectDocument.SLUG)),
                Objects.requireNonNull(stored.get(ProjectDocument.NAME)),
                Objects.requireNonNull(stored.get(ProjectDocument.STATE)));
    }
}
