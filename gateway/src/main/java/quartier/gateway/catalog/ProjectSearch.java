package quartier.gateway.catalog;

import org.jspecify.annotations.Nullable;

/** What a list of projects is narrowed to; null means any. */
public record ProjectSearch(
        @Nullable String territory,
        @Nullable String theme,
        @Nullable String district,
        @Nullable String state,
        @Nullable String needKind,
        @Nullable String call,
        @Nullable String q,
        @Nullable String cursor,
        int limit) {

    public static ProjectSearch in(@Nullable String territory, @Nullable String state, int limit) {
        return new ProjectSearch(territory, null, null, state, null, null, null, null, limit);
    }

    public static ProjectSearch answering(String call, @Nullable String cursor, int limit) {
        return new ProjectSearch(null, null, null, null, null, call, null, cursor, limit);
    }
}
