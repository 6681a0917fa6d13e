package quartier.catalog.project.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import quartier.catalog.project.Campaign;
import quartier.catalog.project.Cursor;
import quartier.catalog.project.Project;
import quartier.catalog.project.ProjectState;
import quartier.catalog.project.Search;

/** Says a {@link Search} in the store's language. Pages are cut by key and id, never by a number of rows to skip. */
final class ProjectListing {

    static final String LAUNCHED = "state.project.campaign.launchedAt";
    static final String DEADLINE = "state.project.campaign.terms.deadline";
    static final String PERCENT = "state.project.campaign.totals.percent";
    static final String STATE = "state.project.state";
    static final String PATH = "state.project.territoryPath";
    static final String CO_SUPPORTED = "state.project.coSupports.territoryPath";
    static final String OWNER = "state.project.owner.memberId";
    static final String CALL = "state.project.form.call";
    private static final String FORM = "state.project.form.";

    private ProjectListing() {}

    static Bson filter(Search search) {
        List<Bson> all = new ArrayList<>();
        all.add(exists(LAUNCHED));
        if (search.territory() != null) {
            // One document, however many territories it stands in: nobody finds or counts it twice.
            all.add(or(eq(PATH, search.territory()), eq(CO_SUPPORTED, search.territory())));
        }
        equal(all, FORM + "theme", search.theme());
        equal(all, FORM + "district", search.district());
        equal(all, OWNER, search.owner());
        equal(all, CALL, search.call());
        if (search.needKind() != null) {
            all.add(eq(FORM + "needs.kind", search.needKind().id()));
        }
        ProjectState state = search.state();
        if (state == null && search.sort() == Search.Sort.ENDING) {
            state = ProjectState.LIVE;
        }
        if (state != null) {
            all.add(eq(STATE, state.name()));
        }
        if (search.text() != null) {
            for (String word : Folding.fold(search.text()).split(" ", -1)) {
                all.add(regex("state.search", Pattern.quote(word)));
            }
        }
        if (search.cursor() != null) {
            all.add(after(search.sort(), search.cursor()));
        }
        return and(all);
    }

    static Bson order(Search.Sort sort) {
        return switch (sort) {
            case NEWEST -> orderBy(descending(LAUNCHED), ascending("_id"));
            case ENDING -> orderBy(ascending(DEADLINE), ascending("_id"));
            case SUPPORTED -> orderBy(descending(PERCENT), ascending("_id"));
        };
    }

    static Cursor cursor(Search.Sort sort, Project last) {
        Campaign campaign = Objects.requireNonNull(last.campaign(), "only launched projects are listed");
        long key = switch (sort) {
            case NEWEST -> campaign.launchedAt().toEpochMilli();
            case ENDING -> campaign.terms().deadline().toEpochMilli();
            case SUPPORTED -> campaign.totals().percent();
        };
        return new Cursor(key, last.id());
    }

    private static Bson after(Search.Sort sort, Cursor cursor) {
        Date instant = Date.from(Instant.ofEpochMilli(cursor.key()));
        return switch (sort) {
            case NEWEST -> or(lt(LAUNCHED, instant), and(eq(LAUNCHED, instant), gt("_id", cursor.id())));
            case ENDING -> or(gt(DEADLINE, instant), and(eq(DEADLINE, instant), gt("_id", cursor.id())));
            case SUPPORTED -> or(lt(PERCENT, cursor.key()), and(eq(PERCENT, cursor.key()), gt("_id", cursor.id())));
        };
    }

    private static void equal(List<Bson> all, String field, @Nullable String value) {
        if (value != null) {
            all.add(eq(field, value));
        }
    }
}
