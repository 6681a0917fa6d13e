package quartier.gateway.animation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quartier.gateway.catalog.FrontPage;

/** A front page as it is being typed, in rows; whole days in Paris. A row without a theme or a project is none. */
record FrontForm(
        @Nullable String version,
        @Nullable List<String> theme,
        @Nullable List<String> themeFr,
        @Nullable List<String> themeEn,
        @Nullable List<String> themeFrom,
        @Nullable List<String> themeUntil,
        @Nullable List<String> pick,
        @Nullable List<String> pickFr,
        @Nullable List<String> pickEn,
        @Nullable List<String> pickFrom,
        @Nullable List<String> pickUntil) {

    private static final int EMPTY = 2;

    record Row(String what, String fr, String en, String from, String until) {}

    static FrontForm of(FrontPage page) {
        var themes = page.themes();
        var picks = page.picks();
        return new FrontForm(
                String.valueOf(page.version()),
                themes.stream().map(FrontPage.Theme::theme).toList(),
                themes.stream().map(one -> orEmpty(one.text().fr())).toList(),
                themes.stream().map(one -> orEmpty(one.text().en())).toList(),
                themes.stream().map(one -> WallClock.typedDay(one.from())).toList(),
                themes.stream().map(one -> WallClock.typedDay(one.until())).toList(),
                picks.stream().map(FrontPage.Pick::project).toList(),
                picks.stream().map(one -> orEmpty(one.text().fr())).toList(),
                picks.stream().map(one -> orEmpty(one.text().en())).toList(),
                picks.stream().map(one -> WallClock.typedDay(one.from())).toList(),
                picks.stream().map(one -> WallClock.typedDay(one.until())).toList());
    }

    public List<Row> themes() {
        return rows(theme, themeFr, themeEn, themeFrom, themeUntil);
    }

    public List<Row> picks() {
        return rows(pick, pickFr, pickEn, pickFrom, pickUntil);
    }

    boolean isReadable() {
        return Stream.concat(themes().stream(), picks().stream())
                .filter(row -> !row.what().isBlank())
                .allMatch(row -> WallClock.parseDay(row.from()).isPresent()
                        && WallClock.parseDay(row.until()).isPresent());
    }

    long versionOrZero() {
        return version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
    }

    /** As the catalog wants it. */
    Map<String, Object> body() {
        return Map.of("themes", bodies("theme", themes()), "picks", bodies("project", picks()));
    }

    private static List<Map<String, Object>> bodies(String what, List<Row> rows) {
        List<Map<String, Object>> bodies = new ArrayList<>();
        for (Row row : rows) {
            if (!row.what().isBlank()) {
                Instant from = WallClock.beginOf(WallClock.parseDay(row.from()).orElseThrow());
                Instant until = WallClock.endOf(WallClock.parseDay(row.until()).orElseThrow());
                Map<String, Object> text =
                        new LinkedHashMap<>(Map.of("fr", row.fr().strip()));
                if (!row.en().isBlank()) {
                    text.put("en", row.en().strip());
                }
                bodies.add(Map.of(what, row.what(), "text", text, "from", from, "until", until));
            }
        }
        return bodies;
    }

    private static List<Row> rows(
            @Nullable List<String> what,
            @Nullable List<String> fr,
            @Nullable List<String> en,
            @Nullable List<String> from,
            @Nullable List<String> until) {
        int typed = what == null
                ? 0
                : (int) what.stream().filter(one -> !one.isBlank()).count();
        int rows = Math.max(typed + EMPTY, what == null ? 0 : what.size());
        return IntStream.range(0, rows)
                .mapToObj(row -> new Row(at(what, row), at(fr, row), at(en, row), at(from, row), at(until, row)))
                .toList();
    }

    private static String at(@Nullable List<String> rows, int row) {
        return rows == null || row >= rows.size() ? "" : orEmpty(rows.get(row));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
