package quartier.catalog.project.lucene;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import quartier.catalog.project.Need;
import quartier.catalog.project.Project;
import quartier.catalog.project.ProjectState;

/** What is like a project: by its theme or the words of its title; then by place and needs, those that are live first. */
final class Alike {

    private static final float THEME = 3;
    private static final float LIVE = 2;
    private static final float DISTRICT = 2;
    private static final float CITY = 1.5f;
    private static final float NEED = 0.5f;
    private static final float WORD_OF_THE_TITLE = 1.5f;
    private static final float WORD_OF_THE_TEXT = 0.5f;

    private Alike() {}

    static Query to(Project project) {
        var form = project.form();
        var alike = new BooleanQuery.Builder();
        same(alike, THEME, ProjectDocument.THEME, form.theme());
        String title = form.title() == null ? "" : form.title();
        for (String stem : Analysis.words(Analysis.BY_FRENCH_STEMS, title)) {
            word(alike, WORD_OF_THE_TITLE, ProjectDocument.TITLE, stem);
            word(alike, WORD_OF_THE_TEXT, ProjectDocument.TEXT, stem);
        }
        var query = new BooleanQuery.Builder()
                .add(alike.build(), Occur.MUST)
                .add(new TermQuery(new Term(ProjectDocument.ID, project.id())), Occur.MUST_NOT);
        same(query, LIVE, ProjectDocument.STATE, ProjectState.LIVE.id());
        same(query, DISTRICT, ProjectDocument.DISTRICT, form.district());
        same(query, CITY, ProjectDocument.TERRITORY, form.territory());
        form.needs().stream()
                .map(Need::kind)
                .distinct()
                .forEach(kind -> same(query, NEED, ProjectDocument.NEED_KIND, kind));
        return query.build();
    }

    private static void word(BooleanQuery.Builder query, float weight, String field, String stem) {
        query.add(new BoostQuery(new TermQuery(new Term(field + Analysis.FRENCH, stem)), weight), Occur.SHOULD);
    }

    private static void same(BooleanQuery.Builder query, float weight, String field, @Nullable String value) {
        if (value != null) {
            var term = new ConstantScoreQuery(new TermQuery(new Term(field, value)));
            query.add(new BoostQuery(term, weight), Occur.SHOULD);
        }
    }
}
