package quartier.catalog.project.lucene;

import java.util.Objects;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import quartier.catalog.project.Box;
import quartier.catalog.project.Cursor;
import quartier.catalog.project.Near;
import quartier.catalog.project.Search;

/** Says a {@link Search} in the index's language. Pages are cut by key and id, never by a number of rows to skip. */
final class Asked {

    /** As the index is sorted: the first of these are found without looking at the others. */
    static final Sort NEWEST_FIRST = by(number(ProjectDocument.LAUNCHED, true));

    private static final double METRES = 1000;

    private Asked() {}

    static Query query(Search search, @Nullable Query words) {
        var query = new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        is(query, ProjectDocument.PATH, search.territory());
        is(query, ProjectDocument.THEME, search.theme());
        is(query, ProjectDocument.DISTRICT, search.district());
        is(query, ProjectDocument.OWNER, search.owner());
        is(query, ProjectDocument.CALL, search.call());
        is(
                query,
                ProjectDocument.STATE,
                search.state() == null ? null : search.state().id());
        is(
                query,
                ProjectDocument.NEED_KIND,
                search.needKind() == null ? null : search.needKind().id());
        is(
                query,
                ProjectDocument.PROGRESS,
                search.progress() == null ? null : search.progress().id());
        Near near = search.near();
        if (near != null) {
            query.add(
                    LatLonPoint.newDistanceQuery(
                            ProjectDocument.AT, near.latitude(), near.longitude(), near.kilometres() * METRES),
                    Occur.FILTER);
        }
        Box box = search.box();
        if (box != null) {
            query.add(
                    LatLonPoint.newBoxQuery(ProjectDocument.AT, box.south(), box.north(), box.west(), box.east()),
                    Occur.FILTER);
        }
        if (words != null) {
            query.add(words, Occur.MUST);
        }
        return query.build();
    }

    private static void is(BooleanQuery.Builder query, String field, @Nullable String value) {
        if (value != null) {
            query.add(new TermQuery(new Term(field, value)), Occur.FILTER);
        }
    }

    /** By its key, then by id, so that each project has one place. */
    static Sort sort(Search search) {
        return switch (search.sort()) {
            case NEWEST -> NEWEST_FIRST;
            case ENDING -> by(number(ProjectDocument.DEADLINE, false));
            case SUPPORTED -> by(number(ProjectDocument.PERCENT, true));
            case RELEVANT -> by(SortField.FIELD_SCORE);
            case NEAREST -> {
                Near near = Objects.requireNonNull(search.near());
                yield by(LatLonDocValuesField.newDistanceSort(ProjectDocument.AT, near.latitude(), near.longitude()));
            }
        };
    }

    private static Sort by(SortField key) {
        return new Sort(key, new SortField(ProjectDocument.ID, SortField.Type.STRING));
    }

    private static SortField number(String field, boolean highestFirst) {
        return LongField.newSortField(field, highestFirst, SortedNumericSelector.Type.MIN);
    }

    static Cursor cursor(Search.Sort sort, FieldDoc last) {
        Object key = last.fields[0];
        long number = switch (sort) {
            case NEWEST, ENDING, SUPPORTED -> (Long) key;
            case RELEVANT -> Float.floatToIntBits((Float) key);
            case NEAREST -> Double.doubleToLongBits((Double) key);
        };
        return new Cursor(number, ((BytesRef) last.fields[1]).utf8ToString());
    }

    /** Where to go on. The document's number is the highest there is: key and id alone decide. */
    static @Nullable FieldDoc after(Search.Sort sort, @Nullable Cursor cursor) {
        if (cursor == null) {
            return null;
        }
        Object key = switch (sort) {
            case NEWEST, ENDING, SUPPORTED -> cursor.key();
            case RELEVANT -> Float.intBitsToFloat((int) cursor.key());
            case NEAREST -> Double.longBitsToDouble(cursor.key());
        };
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {key, new BytesRef(cursor.id())});
    }
}
