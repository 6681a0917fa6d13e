package quartier.catalog.project.web;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.project.Cursor;
import quartier.catalog.project.NeedKind;
import quartier.catalog.project.ProjectState;
import quartier.catalog.project.Projects;
import quartier.catalog.project.Search;
import quartier.catalog.project.web.SummaryView.ListView;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;

/** Lists of projects: everybody's and one's own. */
@RestController
class ProjectListController {

    /** The query's parameters, as they stand in the address. */
    record SearchQuery(
            @Nullable String territory,
            @Nullable String theme,
            @Nullable String district,
            @Nullable String state,
            @Nullable String needKind,
            @Nullable String owner,
            @Nullable String call,
            @Nullable String q,
            @Nullable String sort,
            @Nullable String cursor,
            @Nullable String limit) {}

    private static final int DEFAULT_LIMIT = 20;
    private static final int HIGHEST_LIMIT = 100;
    private static final int LONGEST_TEXT = 100;

    private final Projects projects;

    ProjectListController(Projects projects) {
        this.projects = projects;
    }

    @GetMapping("/v1/projects")
    @AllowedTo(Role.ANYONE)
    ListView list(SearchQuery query) {
        return ListView.of(projects.list(search(query)));
    }

    @GetMapping("/v1/me/projects")
    @AllowedTo(Role.MEMBER)
    ListView own(Caller caller) {
        return ListView.of(projects.ownedBy(caller.memberId()));
    }

    private static Search search(SearchQuery query) {
        int limit = limit(given(query.limit()));
        String text = given(query.q());
        if (text != null && text.length() > LONGEST_TEXT) {
            throw invalid("q");
        }
        String state = given(query.state());
        String needKind = given(query.needKind());
        String cursor = given(query.cursor());
        return new Search(
                given(query.territory()),
                given(query.theme()),
                given(query.district()),
                state == null ? null : known("state", ProjectState.named(state)),
                needKind == null ? null : known("needKind", NeedKind.named(needKind)),
                given(query.owner()),
                given(query.call()),
                text,
                sort(given(query.sort())),
                cursor == null ? null : known("cursor", Cursor.parse(cursor)),
                limit);
    }

    private static Search.Sort sort(@Nullable String name) {
        return switch (name) {
            case null -> Search.Sort.NEWEST;
            case "newest", "ending", "supported" -> Search.Sort.valueOf(name.toUpperCase(Locale.ROOT));
            default -> throw invalid("sort");
        };
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        int limit = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw invalid("limit");
        }
        return limit;
    }

    /** A form sends its empty fields too. */
    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static <T> T known(String parameter, Optional<T> value) {
        return value.orElseThrow(() -> invalid(parameter));
    }

    private static Problem invalid(String parameter) {
        return new Problem(HttpStatus.BAD_REQUEST, "unknown-filter", parameter);
    }
}
