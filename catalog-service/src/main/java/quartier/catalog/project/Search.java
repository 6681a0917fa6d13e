package quartier.catalog.project;

import org.jspecify.annotations.Nullable;

/**
 * What a reader looks for among public projects; null where any will do.
 *
 * @param territory this one or any below it
 * @param text words of the title, the pitch, the district or the story, without regard to case and accents
 * @param cursor where the previous page ended
 * @param limit the most that a page may hold
 */
public record Search(
        @Nullable String territory,
        @Nullable String theme,
        @Nullable String district,
        @Nullable ProjectState state,
        @Nullable NeedKind needKind,
        @Nullable String owner,
        @Nullable String call,
        @Nullable String text,
        Sort sort,
        @Nullable Cursor cursor,
        int limit) {

    /** NEWEST by launch, ENDING by deadline, SUPPORTED by percent of the goal. */
    public enum Sort {
        NEWEST,
        ENDING,
        SUPPORTED
    }
}
