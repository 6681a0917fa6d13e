package quartier.catalog.project.lucene;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import quartier.catalog.project.Campaign;
import quartier.catalog.project.Facets;
import quartier.catalog.project.Need;
import quartier.catalog.project.Place;
import quartier.catalog.project.Progress;
import quartier.catalog.project.Project;

/** What the index holds of a project: what one may look for, and what a map shows of it. Everything else is in the store. */
final class ProjectDocument {

    static final String ID = "id";
    static final String VERSION = "version";
    static final String PRINT = "print";
    static final String SLUG = "slug";
    static final String NAME = "name";
    static final String TITLE = "title";
    static final String TEXT = "text";
    static final String PATH = "path";
    static final String TERRITORY = "territory";
    static final String THEME = "theme";
    static final String DISTRICT = "district";
    static final String STATE = "state";
    static final String NEED_KIND = "needKind";
    static final String PROGRESS = "progress";
    static final String OWNER = "owner";
    static final String CALL = "call";
    static final String LAUNCHED = "launched";
    static final String DEADLINE = "deadline";
    static final String PERCENT = "percent";
    static final String AT = "at";

    private static final FieldType WORDS = words();

    private final Document document = new Document();
    private final StringBuilder said = new StringBuilder();

    private ProjectDocument() {}

    static String fieldOf(Facets.Kind kind) {
        return switch (kind) {
            case THEME -> THEME;
            case DISTRICT -> DISTRICT;
            case STATE -> STATE;
            case NEED_KIND -> NEED_KIND;
            case PROGRESS -> PROGRESS;
            case TERRITORY -> TERRITORY;
        };
    }

    static Document of(Project project) {
        var written = new ProjectDocument();
        written.write(project, Objects.requireNonNull(project.campaign(), "only public projects are found"));
        return written.document;
    }

    private void write(Project project, Campaign campaign) {
        var form = project.form();
        String title = form.title() == null ? project.slug() : form.title();
        document.add(new StringField(ID, project.id(), Field.Store.YES));
        document.add(new SortedDocValuesField(ID, new BytesRef(project.id())));
        document.add(new StoredField(VERSION, project.version()));
        stored(SLUG, project.slug());
        stored(NAME, title);
        words(TITLE, title);
        words(TEXT, text(project));
        project.shownIn().forEach(territory -> keyword(PATH, territory));
        keyword(TERRITORY, form.territory());
        keyword(THEME, form.theme());
        keyword(DISTRICT, form.district());
        document.add(new KeywordField(STATE, project.state().id(), Field.Store.YES));
        say(STATE, project.state().id());
        form.needs().stream().map(Need::kind).distinct().forEach(kind -> keyword(NEED_KIND, kind));
        int percent = project.totals().percent();
        keyword(PROGRESS, Progress.of(percent).id());
        keyword(OWNER, project.owner().memberId());
        keyword(CALL, form.call());
        number(LAUNCHED, campaign.launchedAt().toEpochMilli());
        number(DEADLINE, campaign.terms().deadline().toEpochMilli());
        number(PERCENT, percent);
        place(form.place());
        document.add(new StoredField(PRINT, print()));
    }

    /** How often, and not where: no query asks for words beside each other. */
    private static FieldType words() {
        FieldType counted = new FieldType(TextField.TYPE_NOT_STORED);
        counted.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        counted.freeze();
        return counted;
    }

    private static String text(Project project) {
        var form = project.form();
        List<@Nullable String> texts = new ArrayList<>();
        texts.add(form.pitch());
        texts.add(form.district());
        texts.add(form.place() == null ? null : form.place().label());
        texts.add(form.story());
        form.needs().forEach(need -> texts.add(need.title()));
        return String.join("\n", texts.stream().flatMap(Stream::ofNullable).toList());
    }

    private void words(String field, String text) {
        document.add(new Field(field, text, WORDS));
        document.add(new Field(field + Analysis.FRENCH, text, WORDS));
        document.add(new Field(field + Analysis.ENGLISH, text, WORDS));
        say(field, text);
    }

    private void stored(String field, String value) {
        document.add(new StoredField(field, value));
        say(field, value);
    }

    private void keyword(String field, @Nullable String value) {
        if (value != null) {
            document.add(new KeywordField(field, value, Field.Store.NO));
            say(field, value);
        }
    }

    private void number(String field, long value) {
        document.add(new LongField(field, value, Field.Store.NO));
        say(field, Long.toString(value));
    }

    private void place(@Nullable Place place) {
        if (place != null && isOnTheMap(place)) {
            document.add(new LatLonPoint(AT, place.latitude(), place.longitude()));
            document.add(new LatLonDocValuesField(AT, place.latitude(), place.longitude()));
            say(AT, place.latitude() + " " + place.longitude());
        }
    }

    private static boolean isOnTheMap(Place place) {
        return Math.abs(place.latitude()) <= 90 && Math.abs(place.longitude()) <= 180;
    }

    private void say(String field, String value) {
        said.append(field).append('=').append(value).append('\n');
    }

    /** Of all that was written, so that two indexes can be compared. */
    private byte[] print() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(said.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
