package quartier.catalog.project.web;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import quartier.catalog.project.Box;
import quartier.catalog.project.Cursor;
import quartier.catalog.project.Near;
import quartier.catalog.project.NeedKind;
import quartier.catalog.project.Progress;
import quartier.catalog.project.ProjectState;
import quartier.catalog.project.Search;
import quartier.platform.web.Problem;

/** Reads what is searched for from an address; the first thing that is no filter of ours is told by its name. */
final class SearchReading {

    /** The query's parameters, as they stand in the address. */
    record SearchQuery(
            @Nullable String territory,
            @Nullable String theme,
            @Nullable String district,
            @Nullable String state,
            @Nullable String needKind,
            @Nullable String owner,
            @Nullable String call,
            @Nullable String progress,
            @Nullable String near,
            @Nullable String within,
            @Nullable String box,
            @Nullable String q,
            @Nullable String sort,
            @Nullable String cursor,
            @Nullable String limit,
            @Nullable String facets) {}

    private static final int DEFAULT_LIMIT = 20;
    private static final int HIGHEST_LIMIT = 100;
    private static final int LONGEST_TEXT = 100;
    private static final double DEFAULT_KILOMETRES = 5;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,4}(\\.\\d{1,15})?");

    private SearchReading() {}

    static Search read(SearchQuery query) {
        int limit = limit(given(query.limit()));
        String text = given(query.q());
        if (text != null && text.length() > LONGEST_TEXT) {
            throw invalid("q");
        }
        String state = given(query.state());
        String needKind = given(query.needKind());
        String progress = given(query.progress());
        String cursor = given(query.cursor());
        Near near = near(given(query.near()), given(query.within()));
        return new Search(
                given(query.territory()),
                given(query.theme()),
                given(query.district()),
                state == null ? null : known("state", ProjectState.named(state)),
                needKind == null ? null : known("needKind", NeedKind.named(needKind)),
                given(query.owner()),
                given(query.call()),
                progress == null ? null : known("progress", Progress.named(progress)),
                near,
                box(given(query.box())),
                text,
                sort(given(query.sort()), text, near),
                cursor == null ? null : known("cursor", Cursor.parse(cursor)),
                limit,
                "true".equals(query.facets()));
    }

    private static Search.Sort sort(@Nullable String name, @Nullable String text, @Nullable Near near) {
        return switch (name) {
            case null -> text == null ? Search.Sort.NEWEST : Search.Sort.RELEVANT;
            case "newest", "ending", "supported" -> Search.Sort.valueOf(name.toUpperCase(Locale.ROOT));
            // Without words there is nothing to be relevant to.
            case "relevant" -> text == null ? Search.Sort.NEWEST : Search.Sort.RELEVANT;
            case "nearest" -> {
                if (near == null) {
                    throw invalid("near");
                }
                yield Search.Sort.NEAREST;
            }
            default -> throw invalid("sort");
        };
    }

    private static @Nullable Near near(@Nullable String point, @Nullable String within) {
        double kilometres = within == null ? DEFAULT_KILOMETRES : numbers("within", within, 1)[0];
        if (point == null) {
            return null;
        }
        double[] degrees = numbers("near", point, 2);
        return known("near", Near.of(degrees[0], degrees[1], kilometres));
    }

    private static @Nullable Box box(@Nullable String sides) {
        if (sides == null) {
            return null;
        }
        double[] degrees = numbers("box", sides, 4);
        return known("box", Box.of(degrees[0], degrees[1], degrees[2], degrees[3]));
    }

    private static double[] numbers(String parameter, String text, int count) {
        String[] parts = text.split(",", -1);
        if (parts.length != count
                || !Stream.of(parts).allMatch(part -> NUMBER.matcher(part).matches())) {
            throw invalid(parameter);
        }
        return Stream.of(parts).mapToDouble(Double::parseDouble).toArray();
    }

    static int limit(@Nullable String text) {
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

    static Problem invalid(String parameter) {
        return new Problem(HttpStatus.BAD_REQUEST, "unknown-filter", parameter);
    }
}
