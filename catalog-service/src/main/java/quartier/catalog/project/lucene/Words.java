package quartier.catalog.project.lucene;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What a reader typed, as a query: every word has to be found, as it is, by its stem in either language, or as the
 * beginning of a word. No parser reads it, so nothing in it is syntax and nothing can be wrong with it.
 */
final class Words {

    /** More than anybody types; the rest is left out. */
    private static final int MOST = 12;

    private static final int SHORTEST_BEGINNING = 2;
    private static final int SHORTEST_WITH_A_TYPO = 4;
    private static final int SHORTEST_WITH_TWO_TYPOS = 8;
    private static final int FUZZY_TERMS = 50;
    private static final float TITLE = 4;
    private static final float STEM = 0.8f;
    private static final float BEGINNING = 0.5f;
    private static final float TYPO = 0.2f;

    private Words() {}

    static Query exact(String text) {
        return all(text, false);
    }

    /** Takes a letter or two wrong, missing or too many for the same word, and its first letter for right. */
    static Query withTypos(String text) {
        return all(text, true);
    }

    private static Query all(String text, boolean typos) {
        List<String> words = Analysis.words(Analysis.PLAIN, text);
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("no word in it");
        }
        boolean onlyFillers = words.stream().allMatch(Words::isFiller);
        var query = new BooleanQuery.Builder();
        for (String word : words.subList(0, Math.min(words.size(), MOST))) {
            // “le jardin de” must find what says only “jardin”.
            Occur occur = isFiller(word) && !onlyFillers ? Occur.SHOULD : Occur.MUST;
            query.add(one(word, typos), occur);
        }
        return query.build();
    }

    private static boolean isFiller(String word) {
        return Analysis.words(Analysis.BY_FRENCH_STEMS, word).isEmpty()
                || Analysis.words(Analysis.BY_ENGLISH_STEMS, word).isEmpty();
    }

    private static Query one(String word, boolean typos) {
        var query = new BooleanQuery.Builder();
        for (String field : List.of(ProjectDocument.TITLE, ProjectDocument.TEXT)) {
            float weight = field.equals(ProjectDocument.TITLE) ? TITLE : 1;
            add(query, weight, new TermQuery(new Term(field, word)));
            Analysis.words(Analysis.BY_FRENCH_STEMS, word)
                    .forEach(stem -> add(query, weight * STEM, new TermQuery(new Term(field + Analysis.FRENCH, stem))));
            Analysis.words(Analysis.BY_ENGLISH_STEMS, word)
                    .forEach(stem ->
                            add(query, weight * STEM, new TermQuery(new Term(field + Analysis.ENGLISH, stem))));
            if (word.length() >= SHORTEST_BEGINNING) {
                add(query, weight * BEGINNING, new PrefixQuery(new Term(field, word)));
            }
            if (typos && word.length() >= SHORTEST_WITH_A_TYPO) {
                int edits = word.length() >= SHORTEST_WITH_TWO_TYPOS ? 2 : 1;
                add(query, weight * TYPO, new FuzzyQuery(new Term(field, word), edits, 1, FUZZY_TERMS, true));
            }
        }
        return query.build();
    }

    private static void add(BooleanQuery.Builder query, float weight, Query part) {
        query.add(new BoostQuery(part, weight), Occur.SHOULD);
    }
}
